import { TaskId } from '../../functions/domain/base/ids.ts';
import { BadInput } from '../../functions/domain/base/problems.ts';
import { type Role, roleName } from '../../functions/domain/base/role.ts';
import type { Change } from '../../functions/domain/contacts/change.ts';
import type { Move } from '../../functions/domain/tasks/move.ts';
import { fullTitle, nodeId } from '../../functions/domain/tasks/node.ts';
import { doneReport } from '../../functions/domain/tasks/task-progress.ts';
import { statusName } from '../../functions/domain/tasks/task-status.ts';
import { timelinessWords } from '../../functions/domain/tasks/timeliness.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import type { ParkContext } from '../../functions/flows/context/park-context.ts';
import type { StoredTask } from '../../functions/flows/ports.ts';
import { changeTask } from '../../functions/flows/tasks/change-task.ts';
import { undoMove } from '../../functions/flows/tasks/undo.ts';
import { whenTold } from '../../functions/flows/tasks/waiting-hand-overs.ts';
import { localTime, TIME_ZONE } from '../../functions/local/local-time.ts';
import type { Command, Terminal } from '../command.ts';
import { badOption, readOptions } from '../options.ts';
import { type ParkAccess, parkOptions, parkUsage, withPark } from '../park-access.ts';
import { addItemFrom, addOptions, addUsage } from './task-add.ts';
import { moveFromOptions, moveOptions, moveUsage, withTexts } from './task-move.ts';
import { nodeOptions, nodesMove } from './task-nodes.ts';

const spec = {
  as: { type: 'string' },
  ...moveOptions,
  ...addOptions,
  ...nodeOptions,
  ...parkOptions,
} as const;

/** Makes one move of a task, or adds one. */
export const task: Command = {
  summary: '办理一项手续：签收、反馈、报办结、申请延期、核验、退办、改派等；新增事项',
  usage: [
    '用法：npm run -s ruqi -- task 手续 事项编号 --as 联系人 [--why 原因]',
    ...moveUsage,
    '  undo\t撤回10分钟内的最后一步：撤销、中止、改派、并入，或成批办理的一步',
    ...addUsage,
    parkUsage,
  ].join('\n'),
  run: async ([act = '', id = '', ...args], terminal) => {
    if (act === 'add') {
      const options = withTexts(readOptions([id, ...args], spec));
      return withPark(options, terminal, (access) => addItemFrom(access, options, terminal));
    }
    const options = withTexts(readOptions(args, spec));
    const doing = actionOf(act, options, terminal);
    const chosen = taskIn(id);
    return withPark(options, terminal, (access) => doing(access, chosen));
  },
};

type Options = Omit<WantedMove, 'id' | 'move'> & Parameters<typeof moveFromOptions>[1];

/** What `act` does with a task. @throws {BadInput} for options that it does not take. */
function actionOf(
  act: string,
  options: Options,
  terminal: Terminal,
): (access: ParkAccess, id: TaskId) => Promise<void> {
  if (act === 'undo') return (access, id) => undoLast(access, { ...options, id }, terminal);
  const move = act === 'nodes' ? undefined : moveFromOptions(act, options);
  return (access, id) => make(access, { ...options, id, move }, terminal);
}

function taskIn(id: string): TaskId {
  if (id !== '' && !id.startsWith('-')) return TaskId.parse(id);
  const remedy = '请写成 task submit p22-071 --as anhuan-owner';
  throw new BadInput([{ place: '事项', message: '没有给出编号', remedy }]);
}

type WantedMove = {
  readonly id: TaskId;
  /** Without one the work is divided into nodes. */
  readonly move: Move | undefined;
  readonly as?: string;
  readonly why?: string;
  readonly from?: string;
  readonly node?: readonly string[];
};

async function make(
  access: ParkAccess,
  { id, move: said, as: by, why = '', ...nodes }: WantedMove,
  { out }: Terminal,
): Promise<void> {
  const { ports, park } = access;
  if (by === undefined) throw await nobody(access);
  const mover = { task: id, by, why, via: '命令行' };
  const run = await openContext(park, ports);
  const move = said ?? (await divisionOf(run, id, nodes));
  const changed = await changeTask(run, mover, move);
  printTask(run, changed, out);
  if (move.act === 'nodes') printNodes(changed, move.nodes.length, out);
  for (const each of await ports.register.history(park, id)) out(changeLine(each));
}

/** Takes back the last move of a task. @throws {BadInput} if that cannot be done. */
async function undoLast(
  access: ParkAccess,
  { id, as: by }: Pick<WantedMove, 'id' | 'as'>,
  { out }: Terminal,
): Promise<void> {
  const { ports, park } = access;
  if (by === undefined) throw await nobody(access);
  const run = await openContext(park, ports);
  const version = (await ports.register.task(park, id))?.version ?? 1;
  printTask(run, await undoMove(run, { by, via: '命令行' }, { task: id, version }), out);
  for (const each of await ports.register.history(park, id)) out(changeLine(each));
}

/** A task that is not there is refused by the move. */
async function divisionOf(
  run: ParkContext,
  id: TaskId,
  nodes: Parameters<typeof nodesMove>[2],
): Promise<Move> {
  const read = await run.ports.register.task(run.park.id, id);
  return read ? nodesMove(run, read.task, nodes) : { act: 'nodes', nodes: [] };
}

function printTask(run: ParkContext, changed: StoredTask, out: Terminal['out']): void {
  const today = run.ports.now().toZonedDateTimeISO(TIME_ZONE).toPlainDate();
  out(`${fullTitle(changed.task)}：${statusName[changed.task.status]}`);
  if (doneReport(changed.task)) out('进度已报100%，尚未报办结；已经办成的，请再办 task submit');
  out(timelinessWords(changed.task, today, TIME_ZONE));
  const told = whenTold(run, changed);
  if (told !== null) out(`交办通知：${told}`);
}

/** Prints the last `count` nodes, which were entered just now. */
function printNodes(
  { task: { id, nodes } }: StoredTask,
  count: number,
  out: Terminal['out'],
): void {
  for (const { number, title, due, leadUnit } of nodes.slice(-count)) {
    out(`  ${nodeId(id, number)} ${title} ${due.toString()} ${leadUnit}`);
  }
}

function changeLine({ at, by, onBehalfOf, what, from, to, why }: Change): string {
  const actor = onBehalfOf === null ? by : `${by}（代 ${onBehalfOf}）`;
  return `  ${localTime(at)} ${actor} ${what} ${from} → ${to}${why === '' ? '' : `（${why}）`}`;
}

/** The error for a missing `--as`; it lists the contacts to choose from. */
async function nobody({ ports, park }: ParkAccess): Promise<BadInput> {
  const { contacts: known } = (await ports.register.directory(park)).value;
  const roles: readonly Role[] = ['office', 'owner', 'unitHead'];
  const named = roles.flatMap((role) => {
    const ids = known.filter((each) => each.role === role).map((each) => each.id);
    return ids.length === 0 ? [] : [`${roleName[role]} ${ids.join(' ')}`];
  });
  return badOption('as', '没有说明由谁办理', `请写成 --as 联系人；${named.join('；')}`);
}
