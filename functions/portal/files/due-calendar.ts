import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { Temporal } from 'temporal-polyfill';
import { oneLine } from '../../domain/base/one-line.ts';
import { type TaskRow, withNodeRows } from '../../domain/papers/board.ts';
import { isEnded } from '../../domain/tasks/task-status.ts';

type About = {
  readonly parkName: string;
  /** Where the pages of the park are, without a slash at the end. */
  readonly pages: string;
  readonly now: Temporal.Instant;
};

/**
 * The due dates of `rows` as a calendar (RFC 5545): one whole-day event for each task that is still
 * to be done and has a date. A task keeps the identity of its event, so that a later file moves it.
 *
 * @returns null where no row has an event: a calendar has at least one component.
 */
export function dueCalendar(
  rows: readonly TaskRow[],
  { parkName, pages, now }: About,
): string | null {
  const calendar = ical({
    name: `${parkName} 到期事项`,
    prodId: { company: 'ruqi', product: 'ruqi', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
  });
  const stamp = new Date(now.epochMilliseconds);
  for (const { task, lamp } of withNodeRows(rows)) {
    if (task.due === null || isEnded(task)) continue;
    calendar.createEvent({
      id: `${task.park}-${task.id}@ruqi`,
      stamp,
      start: task.due.toString(),
      end: task.due.add({ days: 1 }).toString(),
      allDay: true,
      summary: oneLine(`${task.title}（${task.leadUnit}）`),
      description: [lamp.reason, ...(task.quote === '' ? [] : [`原文：${task.quote}`])]
        .map(oneLine)
        .join('\n'),
      url: `${pages}/items/${task.id}`,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.length() === 0 ? null : calendar.toString();
}
