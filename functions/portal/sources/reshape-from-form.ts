import { z } from 'zod';
import type { ReviewId } from '../../domain/base/ids.ts';
import { mergeDrafts } from '../../flows/sources/merge-drafts.ts';
import { moveDraft } from '../../flows/sources/move-draft.ts';
import type { ReviewRead } from '../../flows/sources/review.ts';
import { splitDraft } from '../../flows/sources/split-draft.ts';
import { type FieldFault, faultsOf, readForm } from '../http/forms.ts';
import type { Desk } from '../http/frame.ts';
import { bookerOf } from '../http/posts.ts';
import { draftAddress, pageOfDraft } from './query.ts';

/** What can be made of a draft, other than amending it. */
export const reshapeActs = ['split', 'merge', 'move'] as const;

type Reshaping = (typeof reshapeActs)[number];

type Wish = {
  readonly review: ReviewId;
  readonly act: Reshaping;
  readonly fields: Readonly<Record<string, string>>;
};

/** What was made, and the draft to come back to; or why not. */
type Reshaped =
  | { readonly review: ReviewId; readonly act: Reshaping; readonly draft: string }
  | { readonly faults: readonly FieldFault[] };

const version = z.coerce.number().int().min(0);

const forms = {
  split: z.object({ version, at: z.coerce.number('请选从哪里拆').int() }),
  merge: z.object({ version, into: z.string().min(1, '请选与哪一条并') }),
  move: z.object({ version, step: z.enum(['up', 'down']) }),
};

const names = { version: '版本', at: '从哪里拆', into: '与哪一条并', step: '次序' };

/** Splits, merges or moves the draft that the path names, as a form says. */
export async function reshaped(context: Desk, { review, act, fields }: Wish): Promise<Reshaped> {
  const draft = context.req.param('draft') ?? '';
  try {
    const done = await carriedOut(context, { review, act, fields }, draft);
    return typeof done === 'string' ? { review, act, draft: done } : done;
  } catch (fault) {
    return { faults: faultsOf(fault) };
  }
}

async function carriedOut(
  context: Desk,
  { review, act, fields }: Wish,
  draft: string,
): Promise<string | { readonly faults: readonly FieldFault[] }> {
  const { run } = context.var;
  const booker = bookerOf(context);
  if (act === 'merge') {
    const form = readForm(forms.merge, fields, names);
    return 'faults' in form ? form : mergeDrafts(run, booker, review, { draft, ...form.value });
  }
  if (act === 'split') {
    const form = readForm(forms.split, fields, names);
    if ('faults' in form) return form;
    await splitDraft(run, booker, review, { draft, ...form.value });
    return draft;
  }
  const form = readForm(forms.move, fields, names);
  if ('faults' in form) return form;
  await moveDraft(run, booker, review, { draft, ...form.value });
  return draft;
}

/** The page of all drafts, at the one that was changed. */
export function reshapedAddress(
  read: ReviewRead,
  { act, draft }: { readonly act: Reshaping; readonly draft: string },
): string {
  const page = pageOfDraft(read, draft) ?? 1;
  const at = { view: 'all', area: null, page, isPassed: false } as const;
  return `${draftAddress(read.kept.value, at)}&ok=${act}#d-${draft}`;
}
