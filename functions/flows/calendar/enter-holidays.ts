import { BadInput, type Problem } from '../../domain/base/problems.ts';
import {
  type EnteredHolidays,
  noHolidays,
  withoutYear,
  withYear,
} from '../../domain/calendar/entered-holidays.ts';
import { holidayWords } from '../../domain/calendar/holiday-words.ts';
import type { NoticeQuestion } from '../../domain/calendar/notice-questions.ts';
import { refuseActor } from '../context/actor.ts';
import { makerOf } from '../context/maker.ts';
import { refreshed } from '../context/open-context.ts';
import { alone, endRun, type ParkContext } from '../context/park-context.ts';
import { type Author, type Changing, updateRecord } from '../context/update-record.ts';
import type { HolidaysRead } from '../ports.ts';
import { planByHolidays } from '../wake/plan-by-policy.ts';
import { closeNewGap } from './close-new-gap.ts';
import { type NoticeReview, type PastedNotice, reviewNotice, storedDays } from './review-notice.ts';

/** Who changes the holidays of a park. */
type HolidayChange = {
  /** Id of a contact. */
  readonly by: string;
  /** Through which page or command. */
  readonly via: string;
  /** The version that was seen, 0 for none; not asked without it. */
  readonly seen?: number | undefined;
};

/** A notice to be entered, with the questions that were answered. */
export type HolidayEntry = HolidayChange &
  PastedNotice & {
    /** Keys of the questions to which the answer is: it is so. */
    readonly accepted: readonly string[];
  };

/**
 * Enters the holidays of a year from its notice, in the place of what was entered for it before. They
 * hold at once: every open record is planned by them. Whatever dies on the way, the record's own wake
 * finishes.
 *
 * @throws {BadInput} if `by` may not, the notice cannot be used ({@link reviewNotice}), or a question
 *   about it is open; nothing is written then.
 * @throws {Conflict} if somebody else changed the holidays since `seen`.
 * @throws {UnfinishedRun} if a record could not be planned; the sweep does it.
 */
export async function enterHolidays(
  run: ParkContext,
  { text: pasted, year: wanted, accepted, ...change }: HolidayEntry,
): Promise<HolidaysRead> {
  refuseActor(run, change.by, 'enterHolidays');
  const review = reviewNotice(run, { text: pasted, year: wanted });
  const { year, days, text } = review;
  refuseProblems(openQuestions(review, accepted).map(problemOf));
  const named = { year, ...storedDays(days) };
  const enteredBy = run.directory.contact(change.by)?.post ?? change.by;
  const entry = { ...named, text, enteredAt: run.now, enteredBy };
  const said = { what: `录入${year}年放假安排`, to: holidayWords(named) };
  return changeHolidays(run, change, said, (holidays) => withYear(holidays, entry));
}

/**
 * Removes what was entered for `year`: the package's table applies again, at once.
 *
 * @throws {BadInput} if `by` may not, or nothing was entered for the year.
 * @throws {Conflict | UnfinishedRun} as {@link enterHolidays} does.
 */
export async function removeHolidays(
  run: ParkContext,
  year: number,
  change: HolidayChange,
): Promise<HolidaysRead> {
  refuseActor(run, change.by, 'enterHolidays');
  const said = { what: `撤销${year}年录入的放假安排`, to: '' };
  return changeHolidays(run, change, said, (holidays) => {
    if (holidays.years.every((each) => each.year !== year)) refuseNotEntered(year);
    return withoutYear(holidays, year);
  });
}

async function changeHolidays(
  run: ParkContext,
  { by, via, seen }: HolidayChange,
  said: Pick<Author, 'what' | 'to'>,
  change: (holidays: EnteredHolidays) => EnteredHolidays,
): Promise<HolidaysRead> {
  const place = { collection: asCollection(run), park: run.park.id, id: '放假安排', seen };
  const author = { ...makerOf(run, { by, via }), ...said, why: '' };
  await updateRecord(
    place,
    (before) => change(before ?? noHolidays(run.park.id)),
    author,
    run.ports,
  );
  const planning = await refreshed(run);
  await alone(planning, 'holidays', () => closeNewGap(planning, run.rules));
  await alone(planning, 'holidays', () => planByHolidays(planning));
  endRun(planning);
  return run.ports.register.holidays(run.park.id);
}

/** The one record of a park as {@link updateRecord} changes it. */
function asCollection({ now, ports: { register } }: ParkContext): Changing<EnteredHolidays> {
  const find: Changing<EnteredHolidays>['find'] = async (park) => {
    const { lastChange, ...read } = await register.holidays(park);
    return lastChange === null ? undefined : { ...read, lastChange };
  };
  return {
    find,
    all: async (park) => [await find(park, '')].filter((read) => read !== undefined),
    put: (read, next) => {
      const before = read ?? { value: noHolidays(next.value.park), version: 0, lastChange: null };
      return register.changeHolidays(before, next, now);
    },
    history: (park) => register.holidaysHistory(park),
  };
}

/** The questions of `review` that nobody answered. */
export const openQuestions = (
  { questions }: NoticeReview,
  accepted: readonly string[],
): readonly NoticeQuestion[] => questions.filter(({ key }) => !accepted.includes(key));

const problemOf = ({ message }: NoticeQuestion): Problem => ({
  place: '放假通知',
  message,
  remedy: '请对照通知原文改正；确实如此的，请逐条确认',
});

function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new BadInput(problems);
}

function refuseNotEntered(year: number): never {
  const message = `没有录入过${year}年的放假安排`;
  throw new BadInput([{ place: '放假安排', message, remedy: '请核对年份' }]);
}
