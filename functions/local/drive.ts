import { Temporal } from 'temporal-polyfill';
import { NotSaved } from '../domain/base/faults.ts';
import { BadInput } from '../domain/base/problems.ts';
import type { Gap, GapChoice } from '../domain/deadlines/gap.ts';
import { beginRun } from '../flows/context/open-context.ts';
import { answerGap, type GapChooser } from '../flows/wake/gap.ts';
import type { Asking, Demo } from '../portal/http/portal.ts';
import { lookThroughGap } from './gap.ts';
import type { Home } from './home.ts';
import { localTime, TIME_ZONE } from './local-time.ts';

/** What can be driven: a home, one thing after the other. */
export type Driven = Home & {
  readonly inTurn: <Answer>(work: () => Promise<Answer>) => Promise<Answer>;
};

/** Park time of the nightly reconcile run. */
const RECONCILE_AT = '02:00';

/** Nights without any slot after which there is nothing to wait for. */
const MAX_NIGHTS = 366;

/** Looks at once at all that is due, as every start does: reconcile arms the slots. */
export const settleIn = (driven: Driven): Promise<void> =>
  driven.inTurn(() => lookThroughGap(driven, true));

/**
 * Moves the clock to the next slot, through the nights between, and runs what it wakes.
 *
 * @param limit - does nothing if the next slot lies after it.
 * @returns whether there was a slot up to the limit.
 */
export const step = (driven: Driven, limit?: Temporal.Instant): Promise<boolean> =>
  driven.inTurn(() => stepped(driven, limit));

async function stepped(driven: Driven, limit: Temporal.Instant | undefined): Promise<boolean> {
  const next = await nextSlot(driven);
  if (!next || (limit && Temporal.Instant.compare(next, limit) > 0)) return false;
  const night = lastNight(next);
  if (Temporal.Instant.compare(night, driven.now()) > 0) {
    driven.moveTo(night);
    await driven.laptop.reconcile();
  }
  driven.moveTo(next);
  await driven.laptop.look();
  return true;
}

/** One look at what the real clock has come to; at the first one after 02:00, reconcile. */
export const tick = (driven: Driven, since: Temporal.Instant): Promise<void> =>
  driven.inTurn(async () => {
    const night = lastNight(driven.now());
    await lookThroughGap(driven, Temporal.Instant.compare(night, since) > 0);
  });

/**
 * Answers the question about a gap, and sends what is to be sent by the answer.
 *
 * @returns the question with the answer that counts, which may be another's; null where it does not
 *   stand any more.
 * @throws {NotSaved} if the disk took nothing.
 */
export const answer = (
  driven: Driven,
  chooser: GapChooser,
  choice: GapChoice,
): Promise<Gap | null> =>
  saved(driven, () =>
    driven.inTurn(async () => {
      const { laptop, residence } = driven;
      const run = await beginRun(residence.id, laptop.needs);
      const gap = await answerGap(run, chooser, choice);
      await lookThroughGap(driven, true);
      return gap;
    }),
  );

/** The question about a gap as visitors of the pages answer it; null where nobody is asked. */
export const askingOf = (driven: Driven): Asking | null =>
  driven.onGap === 'ask' ? { answer: (...given) => answer(driven, ...given) } : null;

/** Park time at which a day that a visitor went to is left: nothing is sent after it. */
const EVENING = '18:00';

/** The movable clock as visitors of the pages move it. */
export const demoOf = (driven: Driven): Demo => ({
  next: async () => void (await saved(driven, () => step(driven))),
  to: (day) => saved(driven, () => driven.inTurn(() => walkedTo(driven, day))),
});

/** A walk meets a disk that takes nothing in many records; it is told as the one fault that it is. */
async function saved<Answer>({ laptop }: Home, walk: () => Promise<Answer>): Promise<Answer> {
  try {
    return await walk();
  } catch (cause) {
    const problem = laptop.diskProblem();
    throw problem === undefined ? cause : new NotSaved(problem, { cause });
  }
}

async function walkedTo(driven: Driven, day: Temporal.PlainDate): Promise<void> {
  const evening = day.toZonedDateTime({ timeZone: TIME_ZONE, plainTime: EVENING }).toInstant();
  if (Temporal.Instant.compare(evening, driven.now()) < 0) {
    const message = `时钟已走到 ${localTime(driven.now())}，不能倒回`;
    throw new BadInput([{ place: '时钟', message, remedy: '请选更晚的日期' }]);
  }
  while (await stepped(driven, evening)) continue;
  if (Temporal.Instant.compare(driven.now(), evening) < 0) driven.moveTo(evening);
}

/** The last instant of day `day` in the park's zone. */
export const endOf = (day: Temporal.PlainDate): Temporal.Instant =>
  day.add({ days: 1 }).toZonedDateTime(TIME_ZONE).toInstant().subtract({ seconds: 1 });

/** The next slot; where none is within the horizon, nights pass until one comes into it. */
async function nextSlot(driven: Driven): Promise<Temporal.Instant | undefined> {
  const { slots, reconcile } = driven.laptop;
  for (let nights = 0; nights < MAX_NIGHTS && !slots.next(); nights += 1) {
    driven.moveTo(lastNight(driven.now()).add({ hours: 24 }));
    await reconcile();
  }
  return slots.next();
}

/** The last time at or before `instant` that the nightly run was due. */
function lastNight(instant: Temporal.Instant): Temporal.Instant {
  const local = instant.toZonedDateTimeISO(TIME_ZONE);
  const tonight = local.withPlainTime(RECONCILE_AT);
  const isAhead = Temporal.ZonedDateTime.compare(tonight, local) > 0;
  return (isAhead ? tonight.subtract({ days: 1 }) : tonight).toInstant();
}
