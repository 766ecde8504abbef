import type { Temporal } from 'temporal-polyfill';
import { Conflict } from '../../domain/base/faults.ts';
import {
  answersItselfAt,
  type Gap,
  type GapAnswer,
  type GapChoice,
  gapAsked,
} from '../../domain/deadlines/gap.ts';
import { hasCome } from '../../domain/policy/hours.ts';
import type { ParkContext } from '../context/park-context.ts';
import { LOST, untilWritten } from '../context/until-written.ts';
import { countPassed, passOver } from './pass-over.ts';
import { isGapPut, readGap, readWatch, standingGap } from './stored-gap.ts';

/** Whether the runs of a laptop wait for an answer; released is said once, when they may go on. */
export type Gate = 'free' | 'held' | 'released';

/**
 * Sees to the question about a gap in the park, which stands in the register: asks it, answers it where
 * nobody did in time, and passes over what is not to be sent.
 *
 * @param isAsked - whether there is anybody to ask. Without, nothing is asked, and a question that was
 *   asked before is answered at once.
 */
export async function seeToGap(run: ParkContext, isAsked: boolean): Promise<Gate> {
  const gap = isAsked ? await askAboutGap(run) : await readGap(run);
  if (gap === null) return 'free';
  if (gap.answer !== null) return finish(run, gap, gap.answer);
  if (isAsked && !hasCome(answersItselfAt(gap, run.rules), run.now)) return 'held';
  await answerAs(run, gap, { choice: 'all', by: null, name: null });
  return 'released';
}

/** The question as it stands now, written down before anybody is asked. */
async function askAboutGap(run: ParkContext): Promise<Gap | null> {
  const read = await readWatch(run);
  if (!read) return null;
  const { value, version } = read;
  const gap = gapAsked(value.gap, value, run.now, run.rules);
  // Who wrote meanwhile was quicker; the next look asks by what is there then.
  if (gap !== value.gap) await run.ports.register.putWatch({ ...value, gap }, version);
  return gap;
}

/** Who chooses, and which question was before their eyes. */
export type GapChooser = Pick<GapAnswer, 'by' | 'name'> & {
  /** When the question was asked that is answered. */
  readonly askedAt: Temporal.Instant;
};

/**
 * Answers the question about a gap in the name of `chooser`. The first answer counts; what it leaves
 * out is passed over by {@link seeToGap}.
 *
 * @returns the question with the answer that counts; null where it no longer applies.
 * @throws {Conflict} after losing to other writes too many times; nothing is written then.
 */
export async function answerGap(
  run: ParkContext,
  { askedAt, by, name }: GapChooser,
  choice: GapChoice,
): Promise<Gap | null> {
  const gap = await readGap(run);
  if (gap === null || !gap.askedAt.equals(askedAt)) return null;
  return answerAs(run, gap, { choice, by, name });
}

async function answerAs(
  run: ParkContext,
  { askedAt }: Gap,
  given: Pick<GapAnswer, 'choice' | 'by' | 'name'>,
): Promise<Gap | null> {
  const attempt = async (): Promise<Gap | null | typeof LOST> => {
    const known = await standingGap(run, askedAt);
    if (known === null || known.gap.answer !== null) return known?.gap ?? null;
    const answered = await answeredBy(run, known.gap, given);
    return (await isGapPut(run, known.read, answered)) ? answered : LOST;
  };
  return untilWritten(attempt, () => {
    throw new Conflict(run.park.id, '督办记录正在更新');
  });
}

async function answeredBy(
  run: ParkContext,
  gap: Gap,
  given: Pick<GapAnswer, 'choice' | 'by' | 'name'>,
): Promise<Gap> {
  const leavesOut = given.choice === 'today';
  const passed = gap.passed + (leavesOut ? await countPassed(run, gap) : 0);
  return { ...gap, passed, answer: { ...given, at: run.now, isDone: !leavesOut } };
}

/** Passes over what the answer leaves out, also where that was cut short before. */
async function finish(run: ParkContext, gap: Gap, answer: GapAnswer): Promise<Gate> {
  if (answer.isDone) return 'free';
  if (!(await passOver(run, gap))) return 'held';
  const known = await standingGap(run, gap.askedAt);
  if (known === null) return 'held';
  // Without the mark it is passed over again, which changes nothing.
  const done = { ...gap, answer: { ...answer, isDone: true } };
  return (await isGapPut(run, known.read, done)) ? 'released' : 'held';
}
