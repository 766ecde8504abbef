import { Conflict, isReadable } from '../../domain/base/faults.ts';
import { BadInput } from '../../domain/base/problems.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import { type Bulletin, yearOfBulletin } from '../../domain/papers/bulletin.ts';
import { Demands, usualDemands } from '../../domain/papers/demands.ts';
import { writeBulletin } from '../../domain/papers/write-bulletin.ts';
import type { Years } from '../../domain/papers/years.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { isAhead } from '../../domain/tasks/task-year.ts';
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

/** An issue that has not gone out, and which other years have one. */
export type BulletinDraft = { readonly bulletin: Bulletin; readonly years: Years };

/** The number of the issue that comes next in `year`. */
export const nextNumber = (issued: readonly Versioned<Bulletin>[], year: number): number =>
  1 +
  Math.max(
    0,
    ...issued.filter(({ value }) => value.year === year).map(({ value }) => value.number),
  );

/**
 * The current issue of a year as it would go out now, from all that `viewer` may see and
 * everybody may read.
 *
 * @param asked - the year that is asked for; undefined for the park's default.
 */
export async function draftBulletin(
  run: ParkContext,
  viewer: Contact,
  asked: number | undefined,
  demands = usualDemands,
): Promise<BulletinDraft> {
  const today = localDay(run.now, run.rules);
  const issued = await readBulletins(run.park.id, run.ports);
  const all = await readTasks(run);
  const sight = await openSight(run, viewer);
  const board = await boardOf(run, sight, all, asked);
  const { report: money } = await moneyOf(run, sight, all, board.year);
  const number = nextNumber(issued, board.year);
  const matter = { ...board, park: run.park.id, today, number, money };
  return { bulletin: writeBulletin(matter, demands), years: board.years };
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
 * @throws {BadInput} if the demands are wrong, the year has not begun, or the booker may not issue.
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
  const draft = await draftBulletin(run, issuer, yearOfBulletin(seen), checked(demands));
  const value = draft.bulletin;
  refuseAhead(run, value.year);
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

function refuseAhead({ now, rules }: ParkContext, year: number): void {
  if (!isAhead({ plan: year }, localDay(now, rules))) return;
  const remedy = `请在${year}年1月1日以后定稿`;
  throw new BadInput([{ place: '通报', message: `${year}年还没有开始`, remedy }]);
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
