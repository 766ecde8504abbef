import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';

/** Processes that a test started; none outlives it. */
const running = new Set<ChildProcess>();

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** What a start of the sample says once it waits for a key. */
export const READY = '按 n 走到下一个时刻';

/** Where a start says that its pages are. */
export const addressIn = (text: string): string =>
  /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0] ?? '';

/** An empty folder for the data of one start. */
export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'ruqi-'));

/** A start of the command line, with what it has written so far. */
type Start = {
  readonly child: ChildProcess;
  readonly text: () => string;
  readonly says: (what: string | RegExp) => Promise<void>;
  readonly ended: Promise<number | null>;
};

/** `npm start` with these options, on any free port. */
export const start = (...args: readonly string[]): Start =>
  started('node', ['bin/ruqi.ts', 'start', '--port', '0', ...args]);

/** `npm start` with these options, on a disk of its own of `kilobytes` that is mounted at `folder`. */
export const startOnDisk = (
  { folder, kilobytes }: { readonly folder: string; readonly kilobytes: number },
  ...args: readonly string[]
): Start => {
  const mount = `mount -t tmpfs -o size=${kilobytes}k tmpfs '${folder}'`;
  const run = `exec node bin/ruqi.ts start --port 0 --data '${folder}/data' ${args.join(' ')}`;
  return started('unshare', ['-m', 'sh', '-c', `${mount} && ${run}`]);
};

function started(program: string, args: readonly string[]): Start {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  running.add(child);
  let text = '';
  const add = (part: Buffer): void => void (text += part.toString());
  child.stdout.on('data', add);
  child.stderr.on('data', add);
  const says = (what: string | RegExp): Promise<void> =>
    expect.poll(() => text, { timeout: 30_000, interval: 50 }).toMatch(what);
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  return { child, text: () => text, says, ended };
}

/** A start whose input has ended, to its own end. */
export async function finished(
  ...args: readonly string[]
): Promise<{ code: number | null; text: string }> {
  const { child, text, ended } = start(...args);
  child.stdin?.end();
  return { code: await ended, text: text() };
}

/** Any other verb of the command line, to its end. */
export async function command(
  ...args: readonly string[]
): Promise<{ code: number | null; text: string }> {
  const { text, ended } = started('node', ['bin/ruqi.ts', ...args]);
  return { code: await ended, text: text() };
}
