import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';

/** An AWS of its own on a free port, with nothing in it. */
export type Emulator = {
  /** What a process needs in order to take it for AWS. */
  readonly environment: Readonly<Record<string, string>>;
  /** A folder that goes with it. */
  readonly folder: string;
  /** What it has logged so far. */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
};

/** Twelve digits: the emulator takes the access key for the account. */
const ACCOUNT = '123456789012';
const REGION = 'us-east-1';

const REQUIREMENTS = fileURLToPath(new URL('requirements.txt', import.meta.url));

/** Python 3.10 is the oldest that the pinned packages run on. */
export const hasPython = (): boolean =>
  spawnSync('python3', ['-c', 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))'])
    .status === 0;

/**
 * The programs of the pinned Python packages, each checked by its hash; installed once for each
 * list of them.
 */
export async function pythonTools(): Promise<string> {
  const pinned = createHash('sha256')
    .update(await readFile(REQUIREMENTS))
    .digest('hex');
  const cache = resolve('node_modules/.cache/ruqi-cloud');
  const venv = join(cache, pinned.slice(0, 16));
  if (existsSync(join(venv, 'complete'))) return join(venv, 'bin');
  await rm(cache, { recursive: true, force: true });
  await mkdir(cache, { recursive: true });
  run('python3', '-m', 'venv', venv);
  const python = join(venv, 'bin/python');
  run(python, '-m', 'pip', 'install', '--quiet', '--require-hashes', '--requirement', REQUIREMENTS);
  await mkdir(join(venv, 'complete'));
  return join(venv, 'bin');
}

function run(program = '', ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${stderr}`);
}

/** Starts the emulator that lies among `tools`, and waits until it answers. */
export async function startEmulator(tools: string): Promise<Emulator> {
  const folder = await mkdtemp(join(tmpdir(), 'ruqi-cloud-'));
  const port = await freePort();
  const endpoint = `http://localhost:${port}`;
  const child = spawn(join(tools, 'python'), ['-m', 'ministack'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      MINISTACK_ACCOUNT_ID: ACCOUNT,
      MINISTACK_REGION: REGION,
      MINISTACK_HOST: 'localhost',
      GATEWAY_PORT: String(port),
      EDGE_PORT: String(port),
      TMPDIR: folder,
    },
  });
  let log = '';
  const keep = (part: Buffer): void => void (log += part.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const healthy = async (): Promise<void> => {
    if (child.exitCode !== null) throw new Error(`the emulator ended:\n${log}`);
    if (!(await answers(`${endpoint}/_ministack/health`))) throw new Error('no answer yet');
  };
  await vi.waitFor(healthy, { timeout: 60_000, interval: 200 }).catch(async (fault: unknown) => {
    await ended(child);
    throw fault;
  });
  return {
    environment: {
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: ACCOUNT,
      AWS_SECRET_ACCESS_KEY: 'emulated',
      AWS_REGION: REGION,
      AWS_DEFAULT_REGION: REGION,
    },
    folder,
    log: () => log,
    stop: async () => {
      await ended(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

/** The functions are its children, so that the whole group is ended. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const gone = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await gone;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
