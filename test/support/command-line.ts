import type { Command } from '../../bin/command.ts';
import { BadInput } from '../../functions/domain/base/problems.ts';

/** What a command wrote, and its exit code as the command line gives it. */
export type Ran = { readonly code: number; readonly out: readonly string[]; readonly err: string };

export async function run(command: Command, ...args: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
  };
  try {
    return { code: await command.run(args, terminal), out, err: err.join('\n') };
  } catch (fault) {
    if (!(fault instanceof BadInput)) throw fault;
    return { code: 2, out, err: fault.message };
  }
}
