import { z } from 'zod';
import { Day, Moment } from '../domain/base/parsing.ts';
import { Role } from '../domain/base/role.ts';
import { Named, Names } from '../domain/contacts/named.ts';
import { UnreachedWhy } from '../domain/contacts/subscription.ts';
import type * as domain from '../domain/deadlines/acknowledgement.ts';
import { GapToldItem } from './gap-item.ts';
import { Version } from './items.ts';
import { OccasionKey, withOccasion } from './occasion-item.ts';

const Trail = z.array(z.object({ role: Role, on: Day })).readonly();

const Escalation = z.object({
  key: z.string(),
  why: z.enum(['unsigned', 'lapsed']),
  since: Day.nullable().default(null),
  trail: Trail,
  answered: z.object({ what: z.string(), by: z.string(), at: Moment }).nullable().default(null),
});

/** Messages used to climb by themselves: what one of them has not handed over yet lies as it did. */
const StoredAnswer = z.object({
  key: z.string(),
  signedAt: Moment.nullable(),
  signedBy: z.string().nullable(),
  signedName: Named.exactOptional(),
  isSettled: z.boolean().default(true),
  level: z.int().nonnegative().default(0),
  since: Moment.nullable().default(null),
  isRed: z.boolean().default(false),
  trail: Trail.default([]),
});

const Answer = z.codec(StoredAnswer, z.custom<domain.Answer>(), {
  decode: ({ isSettled, level, since, isRed, trail, ...answer }) => ({
    ...answer,
    open: isSettled || since === null ? null : { level, since, isRed, trail },
  }),
  encode: ({ open, ...answer }) => ({
    ...answer,
    isSettled: open === null,
    ...(open ?? { level: 0, since: null, isRed: false, trail: [] }),
  }),
});

const Notice = z.union([
  withOccasion(
    z.object({
      about: z.literal('task'),
      task: z.string(),
      rung: OccasionKey,
      post: z.string(),
      role: Role,
      due: Day.nullable(),
      plannedAt: Moment,
      skipped: z.array(OccasionKey).readonly(),
      escalates: Escalation.nullable(),
    }),
  ),
  z.object({
    about: z.literal('park'),
    matter: z.literal('daily'),
    of: z.string(),
    ranOn: z.string().nullable().default(null),
    post: z.string(),
    since: z.string().nullable(),
    watched: z.int(),
    repaired: z.int(),
    damaged: z.int(),
    gap: GapToldItem.nullable().default(null),
  }),
  z.object({
    about: z.literal('park'),
    matter: z.literal('datesToSet'),
    of: z.string(),
    post: z.string(),
    count: z.int(),
  }),
  z.object({
    about: z.literal('park'),
    matter: z.literal('undelivered'),
    of: z.string(),
    post: z.string(),
  }),
  z.object({
    about: z.literal('park'),
    matter: z.literal('unreached'),
    of: z.string(),
    post: z.string(),
    contact: z.string(),
    why: UnreachedWhy,
  }),
  z.object({
    about: z.literal('park'),
    matter: z.literal('unsent'),
    of: z.string(),
    post: z.string(),
    contact: z.string(),
    why: UnreachedWhy,
  }),
  z.object({
    about: z.literal('park'),
    matter: z.literal('channelsMissing'),
    of: z.string(),
    post: z.string(),
  }),
  z.object({
    about: z.literal('park'),
    matter: z.literal('weekSheet'),
    of: z.string(),
    post: z.string(),
  }),
  z.object({
    about: z.literal('park'),
    matter: z.literal('monthSheet'),
    of: z.string(),
    post: z.string(),
  }),
]);

const Digest = z.object({
  park: z.string(),
  day: Day,
  post: z.string(),
  number: z.int().positive(),
  state: z.enum(['open', 'sending', 'sent', 'unknown', 'failed', 'unreached', 'cancelled']),
  notices: z.array(Notice).readonly(),
  dropped: z.array(z.string()).readonly(),
  holder: z.string().nullable(),
  wakeAt: Moment.nullable().default(null),
  attempts: z.int().nonnegative(),
  unknowns: z.int().nonnegative().default(0),
  contact: z.string().nullable(),
  insteadOf: z.string().nullable(),
  names: Names.exactOptional(),
  messageId: z.string().nullable(),
  code: z.string().nullable().default(null),
  formerCodes: z.array(z.string()).readonly().default([]),
  sentAt: Moment.nullable(),
  answers: z.array(Answer).readonly(),
  copies: z
    .array(
      z.object({
        contact: z.string().nullable(),
        insteadOf: z.string().nullable(),
        messageId: z.string().nullable(),
        sentAt: Moment.nullable(),
      }),
    )
    .readonly()
    .default([]),
});

/** A digest with all that proves it, as it lies in the table. */
export const DigestItem = Digest.extend({ version: Version });
