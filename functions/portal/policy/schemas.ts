import { z } from 'zod';
import { Day } from '../../domain/base/parsing.ts';
import { Role } from '../../domain/base/role.ts';
import type { Difference } from '../../domain/messages/rehearsal-difference.ts';
import { Policy } from '../../domain/policy/policy.ts';
import { PolicyVersion } from '../../domain/policy/policy-version.ts';
import { keyOf } from '../../domain/tasks/occasion-codec.ts';
import type { PolicyRehearsal } from '../../flows/policy/rehearse-policy.ts';

/** A proposed policy and its first day. */
export const PolicyWish = z.object({
  policy: Policy.describe('可从 GET /policies 的最新一份改起；version 由系统另编'),
  from: Day.describe('起用日期，园区的这一天零时起执行'),
});

const VersionBody = z.object({
  policy: PolicyVersion.shape.policy,
  effectiveFrom: z.iso.datetime(),
  adoptedBy: PolicyVersion.shape.adoptedBy,
  adoptedAt: z.iso.datetime(),
});

export const Policies = z.object({ policies: z.array(VersionBody) });

/** Every policy of the park as the API shows it, the oldest first. */
export const policiesBody = (versions: readonly PolicyVersion[]): z.infer<typeof Policies> => ({
  policies: versions.map(({ policy, effectiveFrom, adoptedBy, adoptedAt }) => ({
    policy,
    effectiveFrom: effectiveFrom.toString(),
    adoptedBy,
    adoptedAt: adoptedAt.toString(),
  })),
});

const DifferenceBody = z.object({
  change: z.enum(['added', 'dropped', 'moved']),
  at: z.iso.datetime(),
  before: z.iso.datetime().nullable().describe('改期以前的时刻；新增的为 null'),
  item: z.string(),
  rung: z.string(),
  contact: z.string(),
  role: Role,
});

export const Rehearsal = z.object({
  from: z.iso.date().describe('起用的第一天'),
  today: z.iso.date(),
  until: z.iso.date().describe('算到这一天'),
  differences: z.array(DifferenceBody),
});

/** A rehearsal as the API shows it. */
export const rehearsalBody = ({
  from,
  span: [today, until],
  differences,
}: PolicyRehearsal): z.infer<typeof Rehearsal> => ({
  from: from.toString(),
  today: today.toString(),
  until: until.toString(),
  differences: differences.map(differenceBody),
});

const differenceBody = (difference: Difference): z.infer<typeof DifferenceBody> => {
  const { change, at, before, task, occasion, contact, role } = difference;
  return {
    change,
    at: at.toString(),
    before: before?.toString() ?? null,
    item: task.id,
    rung: keyOf(occasion),
    contact,
    role,
  };
};
