import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';

const running = new Set<ChildProcess>();

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});

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
  started(['start', '--port', '0', ...args]);

function started(args: readonly string[]): Start {
  const child = spawn('node', ['bin/ruqi.ts', ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
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
  const { text, ended } = started(args);
  return { code: await ended, text: text() };
}
