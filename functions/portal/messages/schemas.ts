import { z } from 'zod';
import { Role } from '../../domain/base/role.ts';
import { Digest, digestId } from '../../domain/messages/digest.ts';
import type { Load } from '../../domain/messages/load.ts';
import type { Proof } from '../../domain/messages/proof.ts';
import type { TaskRow } from '../../domain/papers/board.ts';
import { countsOf } from '../../domain/papers/task-counts.ts';
import { keyOf } from '../../domain/tasks/occasion-codec.ts';
import { unsignedCount } from '../../flows/views/messages.ts';
import { pageEnds } from '../api/paging.ts';

const ofDigest = Digest.shape;

export const MessageBody = z.object({
  id: z.string(),
  day: z.iso.date(),
  contact: ofDigest.contact.describe('收到它的联系人，送不到时是应收的联系人，没有发出时为 null'),
  state: ofDigest.state.describe('unknown：发出后没有回音，可能已收到'),
  sentAt: z.iso.datetime().nullable(),
  items: z.array(z.string()).describe('提到的事项'),
  unsigned: z.int().describe('还没有签收的条数'),
});

export const Messages = z.object({ messages: z.array(MessageBody), ...pageEnds });

const ProofBody = z.object({
  message: z.string().describe('所在的提醒'),
  rung: z.string(),
  role: Role,
  contact: z.string().nullable(),
  fate: z
    .enum(['waiting', 'dispatched', 'unknown', 'dropped', 'failed', 'unreached'])
    .describe('unknown：发出后没有回音，可能已收到'),
  dispatchedAt: z.iso.datetime().nullable(),
  asksForSign: z.boolean(),
  signedAt: z.iso.datetime().nullable(),
  signedBy: z.string().nullable(),
});

export const ProofsBody = z.object({ proofs: z.array(ProofBody) });

/** A message as the API shows it; its link stays with who received it. */
export const messageBody = (digest: Digest): z.infer<typeof MessageBody> => ({
  id: digestId(digest),
  day: digest.day.toString(),
  contact: digest.contact,
  state: digest.state,
  sentAt: digest.sentAt?.toString() ?? null,
  items: [...new Set(digest.notices.flatMap((each) => (each.about === 'task' ? [each.task] : [])))],
  unsigned: unsignedCount(digest),
});

export const Units = z.object({
  units: z.array(
    z.object({
      unit: z.string(),
      items: z.int(),
      red: z.int(),
      yellow: z.int(),
      unreported: z.int().describe('未报数'),
      green: z.int(),
      none: z.int().describe('无灯'),
      done: z.int(),
      withdrawn: z.int().describe('撤销，不算办结'),
      unreturned: z.int().describe('应反馈而没有反馈'),
    }),
  ),
  load: z
    .array(
      z.object({
        contact: z.string(),
        week: z.string().describe('ISO 周，2022-W26'),
        messages: z.int(),
        stragglers: z.int().describe('当天第二份及以后的'),
      }),
    )
    .describe('最近四周'),
});

/** The load of the units and of the posts as the API shows it. */
export const unitsBody = (
  rows: readonly TaskRow[],
  load: readonly Load[],
): z.infer<typeof Units> => ({
  units: [...Map.groupBy(rows, ({ task }) => task.leadUnit)].map(([unit, group]) => {
    const { all, ...counts } = countsOf(group);
    return { unit, items: all, ...counts };
  }),
  load: [...load],
});

/** The proofs of one task as the API shows them. */
export const proofsBody = (proofs: readonly Proof[]): z.infer<typeof ProofsBody> => ({
  proofs: proofs.map(({ digest, dispatchedAt, signedAt, ...proof }) => ({
    message: digest,
    rung: keyOf(proof.occasion),
    role: proof.role,
    contact: proof.contact,
    fate: proof.fate,
    dispatchedAt: dispatchedAt?.toString() ?? null,
    asksForSign: proof.asksForSign,
    signedAt: signedAt?.toString() ?? null,
    signedBy: proof.signedBy,
  })),
});
