import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoryClock } from './clock.ts';
import { STACK } from './deployment.ts';
import type { Emulator } from './emulator.ts';

/** The programs that a park's engineer runs, against the emulator. Each throws what a failing one wrote. */
export type Terminal = {
  /**
   * Synthesizes the stage, its functions bundled.
   *
   * @returns the folder that it is in.
   */
  readonly synth: () => Promise<string>;
  /**
   * @param line - what follows `cdk`, as it is typed.
   * @param assembly - the folder of what is deployed; what was synthesized last without it.
   */
  readonly cdk: (line: string, assembly?: string) => Promise<string>;
  /** @param line - what follows `ruqi`, as it is typed, but for the stack; it follows the story's clock. */
  readonly ruqi: (line: string) => Promise<string>;
  /** Checks the templates that were synthesized last. */
  readonly lint: () => Promise<string>;
};

export function terminalOf(
  { environment, folder }: Emulator,
  tools: string,
  clock: StoryClock,
): Terminal {
  const output = join(folder, 'cdk.out');
  const cdk = (line: string): Promise<string> =>
    program(environment, `npx cdk ${line} --no-notices`);
  return {
    synth: async () => {
      await cdk(`synth --quiet --context stage=test --output ${output}`);
      return output;
    },
    cdk: (line, assembly = output) => cdk(`${line} --app ${assembly}`),
    ruqi: (line) =>
      program(
        { ...environment, ...clock.environment() },
        `node bin/ruqi.ts ${line} --stack ${STACK}`,
      ),
    lint: async () => {
      const templates = (await readdir(output)).filter((name) => name.endsWith('.template.json'));
      const paths = templates.map((name) => join(output, name)).join(' ');
      // W3005: CDK names dependencies that follow already from what a resource refers to.
      return program(environment, `${join(tools, 'cfn-lint')} --ignore-checks=W3005 -- ${paths}`);
    },
  };
}

/** Runs a program to its end. @throws {Error} with all it wrote, if it fails. */
function program(environment: Readonly<Record<string, string>>, line: string): Promise<string> {
  const [name = '', ...args] = line.split(' ');
  const env = { ...process.env, ...environment, CDK_DISABLE_CLI_TELEMETRY: 'true' };
  const child = spawn(name, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const keep = (part: Buffer): void => void (said += part.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(said);
      else reject(new Error(`${line}\nended with ${code}:\n${said}`));
    });
  });
}
