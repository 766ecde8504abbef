import { weekOf } from '../calendar/period.ts';
import { localDay, type Rules } from '../policy/hours.ts';
import type { Digest } from './digest.ts';

/** How much one contact was sent in one week. */
export type Load = {
  /** Id of the contact. */
  readonly contact: string;
  /** ISO week of the park's days, `2022-W26`. */
  readonly week: string;
  readonly messages: number;
  /** Messages after the first of a day: what came when that had gone out. */
  readonly stragglers: number;
};

/** A message that went out, whichever digests it told. */
type Sent = { readonly contact: string; readonly week: string; readonly day: string };

/** Messages for each contact and week, by contact, then by week. */
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
