import { Conflict, isReadable } from '../../domain/base/faults.ts';
import { BadInput } from '../../domain/base/problems.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import type { Bulletin } from '../../domain/papers/bulletin.ts';
import { Demands, usualDemands } from '../../domain/papers/demands.ts';
import { writeBulletin } from '../../domain/papers/write-bulletin.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { refuseActor } from '../context/actor.ts';
import { makerOf } from '../context/maker.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import { openSight } from '../context/sight.ts';
import { nextOf } from '../context/update-record.ts';
import type { Booker } from '../funding/book-steps.ts';
import { moneyOf } from '../funding/money.ts';
import type { Ports, Versioned } from '../ports.ts';
import { boardOf } from './board.ts';

/** Every bulletin that was issued, the newest first. */
export async function readBulletins(
  park: string,
  { collections }: Pick<Ports, 'collections'>,
): Promise<readonly Versioned<Bulletin>[]> {
  const all = (await collections.bulletins.all(park)).filter(isReadable);
  return all.toSorted((a, b) => b.value.year - a.value.year || b.value.number - a.value.number);
}

/** The number of the issue that comes next in `year`. */
export const nextNumber = (issued: readonly Versioned<Bulletin>[], year: number): number =>
  1 +
  Math.max(
    0,
    ...issued.filter(({ value }) => value.year === year).map(({ value }) => value.number),
  );

/** The current issue as it would go out now, from all that `viewer` may see and everybody may read. */
export async function draftBulletin(
  run: ParkContext,
  viewer: Contact,
  demands = usualDemands,
): Promise<Bulletin> {
  const today = localDay(run.now, run.rules);
  const issued = await readBulletins(run.park.id, run.ports);
  const all = await readTasks(run);
  const sight = await openSight(run, viewer);
  const { rows, targets, sources, hidden } = await boardOf(run, sight, all);
  const { report: money } = await moneyOf(run, sight, all);
  const number = nextNumber(issued, today.year);
  const matter = { park: run.park.id, today, number, rows, targets, sources, money, hidden };
  return writeBulletin(matter, demands);
}

/** An issue that somebody wants to go out. */
export type Issue = {
  /** The id of the draft that was looked at. */
  readonly seen: string;
  readonly demands: string;
};

/**
 * Keeps the current issue with the numbers of this moment, which never change afterwards.
 *
 * @throws {BadInput} if the demands are wrong, or the booker may not issue.
 * @throws {Conflict} if the issue that was looked at has gone out meanwhile.
 */
export async function issueBulletin(
  run: ParkContext,
  { by, via }: Booker,
  { seen, demands }: Issue,
): Promise<Bulletin> {
  const { park, ports } = run;
  refuseActor(run, by, 'issueBulletin');
  const issuer = run.directory.contact(by) as Contact;
  const value = await draftBulletin(run, issuer, checked(demands));
  if (value.id !== seen) throw await overtaken(run, seen);
  const next = nextOf(
    undefined,
    value,
    { ...makerOf(run, { by, via }), what: '通报定稿', why: '' },
    ports,
  );
  if ((await ports.collections.bulletins.put(undefined, next)) === 'written') return value;
  const there = await ports.collections.bulletins.find(park.id, value.id);
  if (there?.lastChange.id === next.lastChange.id) return there.value;
  throw await overtaken(run, seen);
}

function checked(demands: string): string {
  const parsed = Demands.safeParse(demands);
  if (parsed.success) return parsed.data;
  throw new BadInput(
    parsed.error.issues.map(({ message }) => ({
      place: 'demands',
      message: `下步要求${message}`,
      remedy: '请改好再定稿',
    })),
  );
}

/** Says who was quicker. */
async function overtaken({ park, ports, directory }: ParkContext, seen: string): Promise<Conflict> {
  const there = await ports.collections.bulletins.find(park.id, seen);
  if (!there) return new Conflict('督查通报', '期号已变');
  const { number, year } = there.value;
  const { by } = there.lastChange;
  const post = directory.contact(by)?.post ?? by;
  return new Conflict('督查通报', `${post}已将${year}年第${number}期定稿`);
}
