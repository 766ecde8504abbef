import { z } from 'zod';
import { type Digest, digestId } from '../../domain/digest.ts';
import type { Proof } from '../../domain/proof.ts';
import { Role } from '../../domain/role.ts';
import { unsignedCount } from '../../flows/messages.ts';
import { pageEnds } from './paging.ts';

const Message = z.object({
  id: z.string(),
  day: z.iso.date(),
  contact: z.string().nullable().describe('收到它的联系人，没有发出时为 null'),
  state: z.enum(['open', 'sending', 'sent', 'failed', 'cancelled']),
  sentAt: z.iso.datetime().nullable(),
  items: z.array(z.string()).describe('提到的事项'),
  unsigned: z.int().describe('还没有签收的条数'),
});

export const Messages = z.object({ messages: z.array(Message), ...pageEnds });

const ProofBody = z.object({
  message: z.string().describe('所在的提醒'),
  rung: z.string(),
  role: Role,
  contact: z.string().nullable(),
  fate: z.enum(['waiting', 'dispatched', 'dropped', 'failed']),
  dispatchedAt: z.iso.datetime().nullable(),
  asksForSign: z.boolean(),
  signedAt: z.iso.datetime().nullable(),
  signedBy: z.string().nullable(),
});

export const Proofs = z.object({ proofs: z.array(ProofBody) });

/** A message as the API shows it; its link stays with who received it. */
export const messageOf = (digest: Digest): z.infer<typeof Message> => ({
  id: digestId(digest),
  day: digest.day.toString(),
  contact: digest.contact,
  state: digest.state,
  sentAt: digest.sentAt?.toString() ?? null,
  items: [...new Set(digest.notices.flatMap((each) => (each.about === 'task' ? [each.task] : [])))],
  unsigned: unsignedCount(digest),
});

/** The proofs of one task as the API shows them. */
export const proofsBody = (proofs: readonly Proof[]): z.infer<typeof Proofs> => ({
  proofs: proofs.map(({ digest, dispatchedAt, signedAt, ...proof }) => ({
    message: digest,
    rung: proof.rung,
    role: proof.role,
    contact: proof.contact,
    fate: proof.fate,
    dispatchedAt: dispatchedAt?.toString() ?? null,
    asksForSign: proof.asksForSign,
    signedAt: signedAt?.toString() ?? null,
    signedBy: proof.signedBy,
  })),
});
