import { vi } from 'vitest';
import type { StoryClock } from './clock.ts';
import { type Emulator, hasPython, pythonTools, startEmulator } from './emulator.ts';
import { type Terminal, terminalOf } from './terminal.ts';

/** Whether there is nothing to run the emulator with, outside of CI. */
export const isSkipped = !hasPython() && process.env['CI'] !== 'true';
if (isSkipped) {
  console.error('没有 Python 3.10（带 venv），跳过 / no Python 3.10 with venv, skipped');
}

/** An AWS of its own, ready to be deployed to, and the terminal of who does. */
export type Cloud = {
  readonly emulator: Emulator;
  readonly terminal: Terminal;
  /** The folder of the synthesized stage. */
  readonly assembly: string;
};

/** Starts one, which this process and its children take for AWS from now on, and bootstraps it. */
export async function openCloud(clock: StoryClock): Promise<Cloud> {
  const tools = await pythonTools();
  const emulator = await startEmulator(tools);
  for (const [name, value] of Object.entries(emulator.environment)) vi.stubEnv(name, value);
  const terminal = terminalOf(emulator, tools, clock);
  try {
    const assembly = await terminal.synth();
    await terminal.cdk('bootstrap');
    return { emulator, terminal, assembly };
  } catch (fault) {
    await emulator.stop();
    throw fault;
  }
}

/** For a story whose AWS did not start. */
export const never = (): never => {
  throw new Error('no emulator was started');
};
