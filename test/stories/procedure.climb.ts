import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import type { Role } from '../../functions/domain/base/role.ts';
import {
  stateCouncilCalendar,
  workingDayAfter,
  workingDaysWithin,
} from '../../functions/domain/calendar/working-calendar.ts';
import { isRung } from '../../functions/domain/deadlines/acknowledgement.ts';
import { type Notice, noticeKey } from '../../functions/domain/deadlines/notice.ts';
import { orderOf } from '../../functions/domain/deadlines/rungs.ts';
import type { Escalation, TaskNotice } from '../../functions/domain/deadlines/task-notice.ts';
import { digestId } from '../../functions/domain/messages/digest.ts';
import { defaultPolicy } from '../../functions/domain/policy/default-policy.ts';
import { localDay } from '../../functions/domain/policy/hours.ts';
import type { Act } from '../../functions/domain/tasks/move.ts';
import type { LadderOccasion, Occasion } from '../../functions/domain/tasks/occasion.ts';
import { occasionOf } from '../../functions/domain/tasks/occasion-codec.ts';
import { rules } from '../support/builders.ts';
import type { World } from '../support/world.ts';
import { type AskedOn, stageOn } from './procedure.chains.ts';
import type { Model } from './procedure.model.ts';

const WITHIN = 2;
const REPORT_WITHIN = 5;

const LIVE = ['pendingAcceptance', 'inProgress', 'returned'];

/** Whether a notice is about the task itself, and not about a node of it. */
const isOfTask = (key: string): boolean => !/^[^/]*\.n\d+\//.test(key);

/** The owner answered, or the office did something about the task: the silence before it is over. */
function broken(model: Model, world: World): void {
  model.climb.from = world.deliveries.length;
  model.climb.steps = [];
}

/** As {@link broken}, by a move: only a signature promises a report, and an urging breaks nothing. */
export function movedBy(act: Act, model: Model, world: World): void {
  if (act === 'urge') return;
  const { climb, due, local } = model;
  const today = local.toPlainDate();
  if (act !== 'signFor') climb.promisedOn = null;
  else if (Temporal.PlainDate.compare(today, due) > 0 && !model.isAsking) {
    climb.promisedOn ??= today;
  }
  climb.stale = new Set(
    world.digests().flatMap(({ notices }) => notices.filter(isHeardOf(world)).map(noticeKey)),
  );
  broken(model, world);
}

/**
 * Whether the run that opened a notice came to write down that it did. After one that died before that
 * the same notice asks again.
 */
const isHeardOf =
  (world: World) =>
  (notice: Notice): boolean => {
    const heard = notice.about === 'task' ? world.stored(notice.task)?.heard : undefined;
    if (notice.about !== 'task' || !heard) return true;
    const assignment = assignmentOf(notice.occasion);
    if (assignment !== undefined) return assignment <= heard.assignment;
    if (!isRung(notice)) return true;
    return orderOf(notice.occasion as LadderOccasion, defaultPolicy) <= (heard.order ?? -Infinity);
  };

/** The number of the handover that is told, or that nobody answered. */
function assignmentOf(occasion: Occasion): number | undefined {
  if (occasion.kind === 'unanswered') return assignmentOf(occasion.after);
  return occasion.kind === 'handOver' ? occasion.number : undefined;
}

/** Everybody signs for everything: under red that promises a report. */
export function signedFor(model: Model, world: World): void {
  const { climb, due, local } = model;
  const today = local.toPlainDate();
  const wasAsked = asking(model, world).length > 0;
  const isRed = Temporal.PlainDate.compare(today, due) > 0 && !model.isAsking;
  if (wasAsked && isRed) climb.promisedOn ??= today;
  if (wasAsked) broken(model, world);
}

type Heard = {
  readonly notice: TaskNotice;
  readonly told: Escalation;
  readonly on: Temporal.PlainDate;
};

/** What was delivered from number `from` on that tells of a silence. */
function heardSince(world: World, from: number): readonly Heard[] {
  const heard = world.deliveries.slice(from).flatMap(({ digest, key, at }) => {
    const notice = noticeOf(world, digest, key);
    const told = notice?.escalates;
    const on = localDay(Temporal.Instant.from(at), rules);
    return notice && told && isOfTask(key) ? [{ notice, told, on }] : [];
  });
  // A step and a rung that is the same step, of a run that was repeated, are one paragraph.
  return [...new Map(heard.map((each) => [`${each.notice.post} ${each.told.key}`, each])).values()];
}

const noticeOf = (world: World, digest: string, key: string): TaskNotice | undefined =>
  world
    .digests()
    .find((each) => digestId(each) === digest)
    ?.notices.find((each): each is TaskNotice => each.about === 'task' && noticeKey(each) === key);

/** The days on which the owner was asked and did not answer, and whether by a weekly rung. */
function asking({ climb }: Model, world: World): readonly AskedOn[] {
  return world.deliveries.slice(climb.from).flatMap(({ digest, key, at }) => {
    const of = world.digests().find((each) => digestId(each) === digest);
    const isAsked =
      isOfTask(key) && of?.answers.some((answer) => answer.key === key) && !climb.stale.has(key);
    if (!isAsked) return [];
    const rung = key.split('/')[1] ?? '';
    return [
      {
        on: localDay(Temporal.Instant.from(at), rules),
        isWeekly: occasionOf(rung).kind === 'overdueWeekly',
      },
    ];
  });
}

/** Notices about a silence are true: none names a post that answered, and one post is notified at a time, in order. */
export function climbsRightly(model: Model, world: World, before: number): void {
  for (const { notice, told, on } of heardSince(world, before)) {
    const { climb } = model;
    expect(model.isAsking || model.isDisowned).toBe(false);
    expect(LIVE).toContain(model.status);
    if (climb.lastDay) expect(Temporal.PlainDate.compare(climb.lastDay, on)).toBe(-1);
    climb.lastDay = on;
    if (told.why === 'lapsed') lapsesRightly(model, on);
    else stepsRightly(model, world, { role: notice.role, on, since: told.since });
  }
}

function lapsesRightly({ climb }: Model, on: Temporal.PlainDate): void {
  const { promisedOn } = climb;
  if (promisedOn === null || promisedOn === 'told') throw new Error('nobody promised a report');
  expect(gap(promisedOn, on)).toBeGreaterThanOrEqual(REPORT_WITHIN);
  climb.promisedOn = 'told';
}

function stepsRightly(
  model: Model,
  world: World,
  { role, on, since }: { role: Role; on: Temporal.PlainDate; since: Temporal.PlainDate | null },
): void {
  const { climb } = model;
  const all = asking(model, world);
  const { chain, asked, steps } = stageOn(model, all, on);
  const last = steps.at(-1) ?? asked[0];
  expect(since).toEqual(all[0]?.on);
  expect(gap(last?.on ?? on, on)).toBeGreaterThanOrEqual(WITHIN);
  expect(chain[steps.length]).toBe(role);
  climb.steps = [...climb.steps, { role, on }];
}

const gap = (from: Temporal.PlainDate, to: Temporal.PlainDate): number =>
  workingDaysWithin(from, to, stateCouncilCalendar);

/** After a morning on which all went well nobody who is silent is spared. */
export function isHeard(model: Model, world: World): void {
  const { status, local } = model;
  const isOwing = model.isAsking || model.isDisowned || !LIVE.includes(status);
  const all = asking(model, world);
  const { chain, asked, steps } = stageOn(model, all, local.toPlainDate());
  const isBegun = all.some(({ isWeekly }) => !isWeekly);
  if (isOwing || !isBegun || steps.length === chain.length) return;
  const first = asked.filter(({ isWeekly }) => !isWeekly);
  const [last] = [...steps.slice(-1), ...first];
  if (!last) return;
  const next = workingDayAfter(last.on, WITHIN, stateCouncilCalendar);
  expect(Temporal.PlainDate.compare(local.toPlainDate(), next)).toBe(-1);
}

/** What was delivered from number `before` on is for posts of the unit that has the task; who asked hears everywhere. */
export function toldToUnit({ unit }: Model, world: World, before: number): void {
  for (const { key } of world.deliveries.slice(before)) {
    const [, , post = ''] = key.split('/').filter((part) => !/^(unsigned|lapsed)-/.test(part));
    const isOfUnit = post.includes('@') && !key.includes('/ruling-');
    if (isOfUnit) expect(post).toContain(`@${unit}`);
  }
}

/** What wakes at an instant that is past. */
export const pastWakes = (world: World): readonly unknown[] =>
  world.waking().filter(({ wakeAt }) => Temporal.Instant.compare(wakeAt, world.now()) <= 0);
