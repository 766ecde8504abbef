import { weekOf } from '../calendar/period.ts';
import { localDay, type Rules } from '../policy/hours.ts';
import type { Digest } from './digest.ts';

/** Number of messages to one contact in one week. */
export type Load = {
  /** Id of the contact. */
  readonly contact: string;
  /** ISO week of local days, `2022-W26`. */
  readonly week: string;
  readonly messages: number;
  /** Messages after the first one of a day. */
  readonly stragglers: number;
};

/** A sent message, whatever its digests. */
type Sent = { readonly contact: string; readonly week: string; readonly day: string };

/** Messages by contact and week, sorted by contact, then by week. */
export function loadOf(digests: Iterable<Digest>, rules: Rules): readonly Load[] {
  const messages = new Map<string, Sent>();
  for (const { contact, messageId, sentAt } of digests) {
    if (contact === null || messageId === null || sentAt === null) continue;
    const day = localDay(sentAt, rules);
    messages.set(messageId, { contact, week: weekOf(day), day: day.toString() });
  }
  const groups = Map.groupBy(messages.values(), ({ contact, week }) => `${contact} ${week}`);
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => loadOfWeek(group));
}

function loadOfWeek(group: readonly Sent[]): readonly Load[] {
  const [first] = group;
  if (!first) return [];
  const days = new Set(group.map(({ day }) => day)).size;
  const { contact, week } = first;
  return [{ contact, week, messages: group.length, stragglers: group.length - days }];
}
