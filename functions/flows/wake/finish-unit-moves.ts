import { Temporal } from 'temporal-polyfill';
import { contactPost } from '../../domain/contacts/contact.ts';
import type { DirectoryRecord } from '../../domain/contacts/directory-record.ts';
import type { UnitMove } from '../../domain/contacts/unit-move.ts';
import { unitMoveWords } from '../../domain/contacts/unit-words.ts';
import { localDay, nextSendInstant } from '../../domain/policy/hours.ts';
import { changeDirectory, type DirectoryChange } from '../contacts/change-directory.ts';
import { followUnits, hasUnfinishedMoves } from '../contacts/follow-units.ts';
import { alone, type ParkContext } from '../context/park-context.ts';
import { addNotice } from './add-notice.ts';

/** When another run looks whether this one was cut short. */
const AGAIN_AFTER = Temporal.Duration.from({ minutes: 15 });

/**
 * Finishes the moves of units that are in effect: tasks follow, owners are told once, in their next
 * digest. Done again it changes nothing, so that the next run finishes what was cut short.
 */
export async function finishUnitMoves(run: ParkContext): Promise<void> {
  if (!hasUnfinishedMoves(run)) return;
  await alone(run, 'units', async () => {
    const { faults } = run.report;
    const before = faults.length;
    await run.slots(run.park.id, run.now.add(AGAIN_AFTER));
    const moves = await followUnits(run);
    for (const move of moves.filter(isMoving)) await tellOwners(run, move);
    if (faults.length === before) await noteFinished(run, new Set(moves.filter(isMoving)));
  });
}

const isMoving = ({ state }: UnitMove): boolean => state === 'moving';

/** Under the day of the digest that followed the move, whenever this runs, so that nobody is told twice. */
async function tellOwners(run: ParkContext, move: UnitMove): Promise<void> {
  const { ownerBefore, ownerOfTo, ownerAfter, isMerge, takenAt, id } = move;
  const plannedAt = nextSendInstant(takenAt, run.rules);
  const told = new Set([ownerAfter, ownerBefore, isMerge ? ownerOfTo : null]);
  for (const contact of told) {
    if (contact === null || !run.directory.contact(contact)) continue;
    const post = contactPost(contact);
    const notice = { about: 'park', matter: 'unitMoved', of: id, post } as const;
    run.opened.add(await addNotice(run, notice, localDay(plannedAt, run.rules), plannedAt));
  }
  await run.slots(run.park.id, plannedAt);
}

async function noteFinished(run: ParkContext, moves: ReadonlySet<UnitMove>): Promise<void> {
  if (moves.size === 0) return;
  const ids = new Set([...moves].map(({ id }) => id));
  const isFinished = (move: UnitMove): boolean => isMoving(move) && ids.has(move.id);
  const finished = (record: DirectoryRecord): DirectoryChange => {
    const ended = record.unitMoves.filter(isFinished);
    if (ended.length === 0) return { record, what: '', from: '', to: '' };
    const unitMoves = record.unitMoves.map(
      (move): UnitMove => (isFinished(move) ? { ...move, state: 'done' } : move),
    );
    const to = ended.map((move) => unitMoveWords({ ...move, why: '' })).join('；');
    return { record: { ...record, unitMoves }, what: '单位更名办理完毕', from: '', to };
  };
  await changeDirectory({ park: run.park.id, via: '系统' }, finished, run.storedPorts);
}
