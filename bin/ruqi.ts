import { Conflict, NotSaved } from '../functions/domain/base/faults.ts';
import { escaped } from '../functions/domain/base/one-line.ts';
import { BadInput, problemLine } from '../functions/domain/base/problems.ts';
import type { Terminal } from './command.ts';
import { commands } from './commands.ts';
import { takeTsx } from './jsx.ts';

/** Runs one command and returns its exit code. */
async function main([verb, ...args]: readonly string[], terminal: Terminal): Promise<number> {
  const command = commands.get(verb ?? '');
  if (!command) return listCommands(verb, terminal);
  if (args.includes('--help')) {
    terminal.out(command.usage);
    return 0;
  }
  try {
    return await command.run(args, terminal);
  } catch (fault) {
    for (const line of refusalOf(fault)) terminal.err(line);
    return 2;
  }
}

/**
 * The lines to print for an error that the user can fix.
 *
 * @throws any other fault.
 */
function refusalOf(fault: unknown): readonly string[] {
  if (fault instanceof BadInput) return fault.problems.map(problemLine);
  if (fault instanceof Conflict) return [fault.message];
  if (fault instanceof NotSaved) return [`${fault.message}。请腾出空间或检查权限，再办理一次。`];
  throw fault;
}

function listCommands(verb: string | undefined, terminal: Terminal): number {
  const asked = verb === undefined || verb === '--help';
  if (!asked) terminal.err(`没有“${verb}”这个命令。可用的命令如下。`);
  const write = asked ? terminal.out : terminal.err;
  for (const [name, { summary }] of commands) write(`${name}\t${summary}`);
  return asked ? 0 : 2;
}

const UNWRITTEN: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满。请腾出空间，再试一次。',
  EPIPE: '接收输出的程序已经关闭。',
};

// Incomplete output must not be mistaken for complete output.
process.stdout.on('error', ({ code = '' }: NodeJS.ErrnoException) => {
  process.stderr.write(`输出没有写完：${UNWRITTEN[code] ?? `${code}。`}\n`);
  process.exit(2);
});

takeTsx();
process.exitCode = await main(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${escaped(line)}\n`),
  err: (line) => process.stderr.write(`${escaped(line)}\n`),
});
