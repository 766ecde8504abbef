import { Role } from '../base/role.ts';
import { policyFor } from '../deadlines/rung.ts';
import { orderOf } from '../deadlines/rungs.ts';
import type { Policy } from '../policy/policy.ts';
import { type ByKind, byKind, type LadderOccasion, type Occasion } from '../tasks/occasion.ts';
import { eachOnce, isSameOccasion } from '../tasks/occasion-codec.ts';
import type { MessageItem } from './item.ts';
import { toldAs } from './told-as.ts';

/**
 * One item a task and one for what of it waits for the office, whatever the order they come in: the
 * latest rung, in the first of the roles it was told in. What an earlier rung of the same message would
 * have said counts as skipped; what was decided, and that the owner does not answer, is said next to
 * whatever rung has the word.
 */
export function onePerTask(items: readonly MessageItem[], policy: Policy): readonly MessageItem[] {
  const byTask = Map.groupBy(
    items,
    ({ task, notice }) => `${task.id} ${toldAs(notice) === 'office'}`,
  );
  return [...byTask.values()].flatMap((all) => {
    // Who answers for the task, or supervises it, reads that, and not that he helps with it.
    const own = all.filter(({ notice }) => !notice.isSupporting);
    const group = own.length > 0 ? own : all;
    const place = placesBy(group[0] ? policyFor(group[0].task, policy) : policy);
    const [latest, ...rest] = group.toSorted(
      (a, b) =>
        place(b.notice.occasion) - place(a.notice.occasion) || bySilence(a, b) || byRole(a, b),
    );
    if (!latest) return [];
    const others = rest
      .filter((item) => !isUnanswered(item))
      .flatMap(({ notice }) => [...notice.skipped, notice.occasion]);
    const skipped = eachOnce([...latest.notice.skipped, ...others])
      .filter((each) => !isSameOccasion(each, latest.notice.occasion))
      .toSorted((a, b) => place(a) - place(b));
    const escalates =
      group.find(({ notice }) => notice.escalates !== null)?.notice.escalates ?? null;
    return [{ ...latest, notice: { ...latest.notice, skipped, escalates } }];
  });
}

/** A rung of the ladder goes before a handover, and that before what was decided. */
function placesBy(policy: Policy): (occasion: Occasion) => number {
  const onLadder = (occasion: LadderOccasion): number => orderOf(occasion, policy);
  const places: ByKind<number> = {
    before: onLadder,
    due: onLadder,
    overdue: onLadder,
    overdueWeekly: onLadder,
    handOver: () => -Number.MAX_VALUE,
    unanswered: ({ after }) => byKind(after, places),
    unknown: () => -Number.MAX_VALUE,
    urge: () => -Number.MAX_VALUE,
    reportDue: () => -Infinity,
    behindPace: () => -Infinity,
    awaitsOffice: () => -Infinity,
    decision: () => -Infinity,
    nodesDone: () => -Number.MAX_VALUE,
  };
  return (occasion) => byKind(occasion, places);
}

/** At one rung its own notice comes before what followed from it. */
const bySilence = (a: MessageItem, b: MessageItem): number =>
  Number(isUnanswered(a)) - Number(isUnanswered(b));

/** Whether an item tells that the owner's post does not answer. */
export const isUnanswered = ({ notice }: MessageItem): boolean =>
  notice.occasion.kind === 'unanswered';

function byRole(a: MessageItem, b: MessageItem): number {
  const place = Role.options.indexOf(a.role) - Role.options.indexOf(b.role);
  return place || (a.notice.post < b.notice.post ? -1 : 1);
}
