import { z } from 'zod';
import { Day, Moment } from '../domain/parsing.ts';
import { Role } from '../domain/role.ts';
import { UnreachedWhy } from '../domain/subscription.ts';
import { Version } from './items.ts';

const Trail = z.array(z.object({ role: Role, on: Day })).readonly();

const Escalation = z.object({
  digest: z.string(),
  key: z.string(),
  why: z.enum(['unsigned', 'lapsed']),
  trail: Trail,
});

const Answer = z.object({
  key: z.string(),
  level: z.int().nonnegative(),
  since: Moment,
  signedAt: Moment.nullable(),
  signedBy: z.string().nullable(),
  isRed: z.boolean(),
  isSettled: z.boolean(),
  trail: Trail,
});

const Notice = z.union([
  z.object({
    about: z.literal('task'),
    task: z.string(),
    rung: z.string(),
    post: z.string(),
    role: Role,
    due: Day.nullable(),
    plannedAt: Moment,
    skipped: z.array(z.string()).readonly(),
    escalates: Escalation.nullable(),
  }),
  z.object({
    about: z.literal('park'),
    matter: z.literal('daily'),
    of: z.string(),
    post: z.string(),
    since: z.string().nullable(),
    watched: z.int(),
    repaired: z.int(),
    damaged: z.int(),
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
