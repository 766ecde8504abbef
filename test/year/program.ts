import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SEEDED = new URL('seeded.ts', import.meta.url).href;
const MOST_OUTPUT = 256 * 1024 * 1024;

/** A checkout of the repository, with its packages installed. */
export type Checkout = { readonly folder: string; readonly data: string };

const environment = {
  ...process.env,
  NODE_OPTIONS: `--import ${SEEDED}`,
  NO_COLOR: '1',
  TZ: 'UTC',
};

/** A program that runs until it is stopped. */
export type Running = {
  readonly address: string;
  /** Ends it, and returns all that it wrote. */
  readonly stop: () => Promise<string>;
};

/** `npm start` of `checkout` on a free port, once it says where its pages are. */
export async function startPark({ folder, data }: Checkout): Promise<Running> {
  const args = ['bin/ruqi.ts', 'start', '--data', data, '--port', '0'];
  const child = spawn(process.execPath, args, { cwd: folder, env: environment });
  let text = '';
  child.stdout.on('data', (part: Buffer) => (text += part.toString()));
  child.stderr.on('data', (part: Buffer) => (text += part.toString()));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const address = await addressOf(child, () => text);
  const stop = async (): Promise<string> => {
    child.kill('SIGTERM');
    await ended;
    return text;
  };
  return { address, stop };
}

const addressOf = (child: ChildProcess, text: () => string): Promise<string> =>
  new Promise((resolve, reject) => {
    const look = (): void => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+(?=\n)/.exec(text()) ?? [];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', look);
    child.once('close', () => reject(new Error(`the park did not start: ${text()}`)));
  });

/** What a program of `checkout` wrote and how it ended. */
export const outputOf = (folder: string, ...args: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    const options = { cwd: folder, env: environment, maxBuffer: MOST_OUTPUT };
    execFile(process.execPath, [...args], options, (fault, out, err) =>
      resolve(`${out}${err}${fault ? `\nexit ${fault.code}` : ''}`),
    );
  });

/** The folder of this checkout. */
export const here = fileURLToPath(new URL('../..', import.meta.url));
