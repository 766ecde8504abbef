import { isReadable } from '../../domain/base/faults.ts';
import type { PostId } from '../../domain/base/ids.ts';
import { BadInput } from '../../domain/base/problems.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import type { DirectoryRecord } from '../../domain/contacts/directory-record.ts';
import type { UnitMove } from '../../domain/contacts/unit-move.ts';
import { againstUnitMove, type UnitWish } from '../../domain/contacts/unit-wish.ts';
import { unitMoveWords } from '../../domain/contacts/unit-words.ts';
import { type Doubled, doubledPosts, hasUnit, withDueMoves } from '../../domain/contacts/units.ts';
import { laterOf } from '../../domain/deadlines/year-start.ts';
import { localDay, sendInstant } from '../../domain/policy/hours.ts';
import { listedOf } from '../../domain/tasks/node.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { isAtRest } from '../../domain/tasks/task-status.ts';
import { refuseActor } from '../context/actor.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import { type Changer, changeDirectory, type DirectoryChange } from './change-directory.ts';
import { openTasksByUnit } from './open-tasks.ts';
import { refuseProblems } from './refuse-keeping.ts';

/** Who renames a unit. */
export type UnitRequest = Changer & {
  /** Names this request: sent twice, the unit is renamed once. */
  readonly key?: string;
};

/**
 * Renames a unit, or merges it into another one. In effect at once unless its day lies ahead; tasks follow
 * by {@link followUnits}, in this run or the next one.
 *
 * @throws {BadInput} if `by` may not, there is no such unit, the name cannot be taken, another move of
 *   either unit is not finished, or nobody was chosen for a post that both units have.
 * @throws {Conflict} after losing to others too many times.
 */
export async function renameUnit(
  run: ParkContext,
  request: UnitRequest,
  wish: UnitWish,
): Promise<UnitMove> {
  const { storedPorts, now, rules, directory } = run;
  if (request.by !== undefined) refuseActor({ directory }, request.by, 'keepContacts');
  const id = request.key ?? storedPorts.newId();
  const begins = wish.on.toZonedDateTime(rules.timeZone).toInstant();
  const takenAt = laterOf(now.round({ smallestUnit: 'second', roundingMode: 'floor' }), begins);
  const tasksOf = await openTasksByUnit(run.park.id, storedPorts);
  const decide = (record: DirectoryRecord): DirectoryChange => {
    if (record.unitMoves.some((move) => move.id === id)) return nothing(record);
    refuseProblems(againstUnitMove(record, wish, tasksOf(wish.unit) > 0));
    const move = moveOf(record, wish, { id, by: request.by ?? 'system', takenAt });
    const added = { ...record, unitMoves: [...record.unitMoves, move] };
    const what = move.isMerge ? '单位并入' : '单位改名';
    const next = withDueMoves(added, now, tasksOf);
    return { record: next, what, from: wish.unit, to: unitMoveWords(move) };
  };
  await run.slots(run.park.id, sendInstant(wish.on, rules));
  const { now: after } = await changeDirectory(request, decide, storedPorts);
  const kept = after.unitMoves.find((move) => move.id === id);
  if (!kept) throw new Error(`the move ${id} of a unit was written and is not there`);
  return kept;
}

const nothing = (record: DirectoryRecord): DirectoryChange => ({
  record,
  what: '',
  from: '',
  to: '',
});

const moveOf = (
  record: DirectoryRecord,
  { unit, to, on, why, heads }: UnitWish,
  made: Pick<UnitMove, 'id' | 'by' | 'takenAt'>,
): UnitMove => ({
  ...made,
  unit,
  to,
  on,
  why,
  heads: Object.fromEntries(Object.entries(heads)),
  state: 'ahead',
  isMerge: hasUnit(record, to),
  ownerBefore: null,
  ownerOfTo: null,
  ownerAfter: null,
  tasks: 0,
});

/**
 * Takes back a move whose day lies ahead.
 *
 * @throws {BadInput} if `by` may not, there is no such move, or it is in effect already.
 */
export async function cancelUnitMove(
  run: ParkContext,
  changer: Changer,
  id: string,
): Promise<void> {
  const { directory, storedPorts } = run;
  if (changer.by !== undefined) refuseActor({ directory }, changer.by, 'keepContacts');
  const decide = (record: DirectoryRecord): DirectoryChange => {
    const move = record.unitMoves.find((each) => each.id === id);
    if (!move || move.state !== 'ahead') {
      const message = move ? '已经生效，不能取消' : '没有这一次安排';
      const remedy = '要改回原来的名称，请再办一次改名';
      throw new BadInput([{ place: '单位改名', message, remedy }]);
    }
    const unitMoves = record.unitMoves.filter((each) => each !== move);
    return {
      record: { ...record, unitMoves },
      what: '取消单位改名',
      from: unitMoveWords(move),
      to: '',
    };
  };
  await changeDirectory(changer, decide, storedPorts);
}

/**
 * Refuses what {@link renameUnit} would, but for posts of which one of two contacts is to be chosen.
 *
 * @throws {BadInput}
 */
export async function checkUnitMove(run: ParkContext, wish: UnitWish): Promise<void> {
  const record = (await run.storedPorts.register.directory(run.park.id)).value;
  const tasksOf = await openTasksByUnit(run.park.id, run.storedPorts);
  const heads = Object.fromEntries(
    doubledPosts(record, wish.unit, wish.to).map(({ role, holders: [{ id }] }) => [role, id]),
  );
  refuseProblems(againstUnitMove(record, { ...wish, heads }, tasksOf(wish.unit) > 0));
}

/** What renaming a unit would change. */
export type UnitPreview = {
  readonly isMerge: boolean;
  /** Whether it takes effect on a later day. */
  readonly isAhead: boolean;
  /** Open works that the unit leads, their nodes that it has, and tasks that it supports. */
  readonly tasks: number;
  readonly nodes: number;
  readonly supported: number;
  readonly contacts: readonly Contact[];
  /** Restricted sources that name a post of the unit. */
  readonly sources: number;
  /** Posts for which one of two contacts is to be chosen. */
  readonly doubled: readonly Doubled[];
};

/** What {@link renameUnit} would change now; nothing is written. */
export async function previewUnitMove(
  run: ParkContext,
  { unit, to, on }: Pick<UnitWish, 'unit' | 'to' | 'on'>,
): Promise<UnitPreview> {
  const record = (await run.storedPorts.register.directory(run.park.id)).value;
  const open = (await readTasks(run)).map(({ task }) => task).filter((task) => !isAtRest(task));
  const led = open.filter(({ leadUnit }) => leadUnit === unit);
  const isNode = ({ nodeOf }: Task): boolean => nodeOf !== null;
  const isOfUnit = (post: PostId): boolean => post.endsWith(`@${unit}`);
  const sources = (await run.storedPorts.collections.sources.all(run.park.id)).filter(isReadable);
  return {
    isMerge: hasUnit(record, to),
    isAhead: on.since(localDay(run.now, run.rules)).sign > 0,
    tasks: listedOf(led).length,
    nodes: led.filter(isNode).length,
    supported: open.filter(({ supportingUnits }) => supportingUnits.includes(unit)).length,
    contacts: run.contacts.filter((each) => (each.covers ?? [each.unit]).includes(unit)),
    sources: sources.filter(({ value }) => value.readers?.some(isOfUnit)).length,
    doubled: doubledPosts(record, unit, to),
  };
}
