import { z } from 'zod';
import { ReviewId } from '../../domain/base/ids.ts';
import type { Cut } from '../../domain/sources/account.ts';
import { cutDraft } from '../../flows/sources/cut-draft.ts';
import { readAccount } from '../../flows/sources/read-account.ts';
import { readReview } from '../../flows/sources/review.ts';
import { faultsOf, listFields } from '../http/forms.ts';
import type { Desk } from '../http/frame.ts';
import type { Portal } from '../http/portal.ts';
import { bookerOf } from '../http/posts.ts';
import { draftPageOf, listAddress } from './query.ts';
import { showReview } from './show-review.tsx';
import { paneWith, sentencesByDraft, textPanes } from './text-panes.ts';

const Place = z.coerce.number().int().min(0);

/** Makes a draft of the words that a form names, and comes back at their sentence. */
export async function cutFromForm(context: Desk, portal: Portal): Promise<Response> {
  const { run } = context.var;
  const id = ReviewId.parse(context.req.param('id') ?? '');
  const before = await readReview(run.park.id, id, portal.ports);
  if (!before) return context.notFound();
  const at = draftPageOf(context.req.query(), before);
  const fields = await listFields(context);
  try {
    const made = await cutDraft(run, bookerOf(context), id, cutIn(fields));
    const read = (await readReview(run.park.id, id, portal.ports)) ?? before;
    const account = await readAccount(run, read);
    const sentence = sentencesByDraft(account).get(made.draft.id);
    const pane = paneWith(textPanes(account), sentence);
    const back = listAddress(read.kept.value, at, pane);
    return context.redirect(`${back}&ok=cut#s${sentence ?? 1}`, 303);
  } catch (fault) {
    return showReview(context, portal, { act: 'cut', faults: faultsOf(fault), fields });
  }
}

/** What a form says of the words; numbers that are none name nothing. */
function cutIn(fields: Readonly<Record<string, readonly string[]>>): Cut {
  const said = (name: string): string => fields[name]?.[0] ?? '';
  const place = (text: string): number => Place.catch(-1).parse(text);
  if (said('end') !== '') return { start: place(said('start')), end: place(said('end')) };
  const sentence = place(said('sentence'));
  const words = said('words').trim();
  if (words !== '') return { words, sentence };
  if (said('part') === '') return { sentence };
  return { sentence, pieces: (fields['piece'] ?? []).map(place) };
}
