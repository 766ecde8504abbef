import { Temporal } from 'temporal-polyfill';
import { roleName } from '../base/role.ts';
import { dayWords } from '../base/words.ts';
import { namesWords } from '../contacts/named.ts';
import { noticeKey } from '../deadlines/notice.ts';
import type { ToldRole } from '../deadlines/task-notice.ts';
import { localDay, type Rules } from '../policy/hours.ts';
import type { Digest } from './digest.ts';

/** A notified role with the receiver's name at the time; null in older records. */
export type HeardBy = ToldRole & { readonly receiver: string | null };

/** Escalations by the key of the notice that started the silence. */
export type Escalations = ReadonlyMap<string, readonly HeardBy[]>;

/** Escalations found in `digests`, in order. */
export function escalationsIn(digests: readonly Digest[], rules: Rules): Escalations {
  const told = digests.flatMap(({ sentAt, notices, dropped, ...digest }) =>
    notices.flatMap((notice) => {
      if (notice.about !== 'task' || notice.escalates === null || sentAt === null) return [];
      if (dropped.includes(noticeKey(notice))) return [];
      return [
        { key: notice.escalates.key, role: notice.role, receiver: receiverOf(digest), sentAt },
      ];
    }),
  );
  const inOrder = told.toSorted((a, b) => Temporal.Instant.compare(a.sentAt, b.sentAt));
  return new Map(
    [...Map.groupBy(inOrder, ({ key }) => key)].map(([key, steps]) => [
      key,
      steps.map(({ role, receiver, sentAt }) => ({ role, receiver, on: localDay(sentAt, rules) })),
    ]),
  );
}

const receiverOf = ({
  contact,
  insteadOf,
  names,
}: Pick<Digest, 'contact' | 'insteadOf' | 'names'>): string | null =>
  names && contact !== null ? namesWords(names, { own: contact, insteadOf }, (id) => id) : null;

/** `6月29日（周三）报安环局负责人`: the receiver, even if the post is vacant. */
export const heardWords = ({ role, receiver, on }: HeardBy, today: Temporal.PlainDate): string =>
  `${dayWords(on, today)}报${receiver ?? roleName[role]}`;
