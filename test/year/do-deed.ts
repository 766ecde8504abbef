import { textOf } from './answer-text.ts';
import type { Deed } from './deed.ts';
import type { Entry } from './entry.ts';
import { type Form, formsOf } from './form.ts';
import { linkOf } from './store.ts';
import { type Answer, aVisitor, signedIn, type Visitor } from './visitor.ts';

/** A park that is running, and where its data is. */
export type Place = { readonly address: string; readonly data: string };

const LINK = /^~(?:\[(.*)\])?/;

/** Does what `deed` says, and returns all that was seen on the way. */
export async function doDeed(deed: Deed, number: number, place: Place): Promise<Entry> {
  const visitor = LINK.test(deed.at)
    ? aVisitor(place.address)
    : await signedIn(place.address, deed.as);
  const seen =
    deed.posts === undefined ? await fillIn(deed, visitor, place) : await call(deed, visitor);
  const { on, as, at, does = '' } = deed;
  const count = String(number).padStart(2, '0');
  return {
    kind: 'deed',
    name: `${count} ${on} ${as} ${at}${does}`,
    text: seen.map(textOf).join('\n'),
  };
}

async function call({ at, posts }: Deed, visitor: Visitor): Promise<readonly Answer[]> {
  const body = JSON.stringify(posts);
  const { etag } = await visitor.get(at.replace(/\/(?:moves|figures)$/, ''));
  return [await visitor.send(at, { method: 'POST', type: 'application/json', body, etag })];
}

async function fillIn(deed: Deed, visitor: Visitor, place: Place): Promise<readonly Answer[]> {
  const path = deed.at.replace(LINK, (_, words) => `/a/${linkOf(place.data, deed.as, words)}`);
  const page = await visitor.get(path);
  const forms = formsOf(page.body.toString());
  const form = forms.find(({ action }) => isMeant(action, path, deed));
  if (!form) return [page];
  const answer = await visitor.send(form.action, { method: 'POST', body: bodyOf(form, deed) });
  return [page, answer, ...(await followed(answer, visitor, deed))];
}

/** Where `answer` leads, and what comes of the form on it that is to be sent on. */
async function followed(
  answer: Answer,
  visitor: Visitor,
  { next }: Deed,
): Promise<readonly Answer[]> {
  if (answer.location !== '') return [await visitor.get(answer.location)];
  if (next === undefined) return [];
  const form = formsOf(answer.body.toString()).find(({ action }) => action.endsWith(next.does));
  if (!form) return [];
  const body = bodyOf(form, next);
  const sent = await visitor.send(form.action, { method: 'POST', body });
  return [sent, ...(sent.location === '' ? [] : [await visitor.get(sent.location)])];
}

function isMeant(action: string, path: string, { does }: Deed): boolean {
  const [plain = ''] = action.split('?');
  if (does !== undefined) return plain.endsWith(does);
  return plain === path || (path === '/settings/new-contact' && plain === '/settings/contacts');
}

function bodyOf(
  { fields }: Form,
  { types = {}, uploads }: Pick<Deed, 'types' | 'uploads'>,
): URLSearchParams | FormData {
  const kept = fields.filter(([name]) => !(name in types));
  const sent = [...kept, ...Object.entries(types)];
  if (!uploads)
    return new URLSearchParams(sent.map(([name, value]): [string, string] => [name, value]));
  const form = new FormData();
  for (const [name, value] of sent) form.append(name, value);
  form.append('file', new Blob([uploads.text]), uploads.name);
  return form;
}
