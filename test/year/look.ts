import { textOf } from './answer-text.ts';
import type { Place } from './do-deed.ts';
import type { Entry } from './entry.ts';
import { linkPlaces, officePlaces, placesOn, viewers } from './places.ts';
import { linkOf } from './store.ts';
import { aVisitor, signedIn, type Visitor } from './visitor.ts';

/** What everybody sees on the pages on `day`. */
export async function pagesOn(day: string, { address, data }: Place): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const contact of viewers) {
    const desk = await signedIn(address, contact);
    const paths = [...placesOn(day), ...(contact === 'office' ? officePlaces : [])];
    for (const path of paths) {
      const text = textOf(await desk.get(encodeURI(path).replaceAll('%25', '%')));
      entries.push({ kind: 'page', name: `${day} ${contact} ${path}`, text });
    }
    const phone = aVisitor(address);
    const code = linkOf(data, contact);
    for (const path of linkPlaces) {
      const text = textOf(await phone.get(`/a/${code}${path}`));
      entries.push({ kind: 'page', name: `${day} ${contact} /a/…${path}`, text });
    }
  }
  return entries;
}

type Document = { readonly paths: Readonly<Record<string, { readonly get?: unknown }>> };

/** Every answer of the API to a reading office on `day`, by the addresses that its document lists. */
export async function apiOn(day: string, { address }: Place): Promise<readonly Entry[]> {
  const office = await signedIn(address, 'office');
  const { paths } = await jsonOf<Document>(office, '/openapi.json');
  const entries: Entry[] = [];
  for (const [path, { get }] of Object.entries(paths)) {
    if (get === undefined) continue;
    const addresses = path.includes('{id}')
      ? await eachOf(office, path)
      : await sheetsOf(office, path);
    const texts: string[] = [];
    for (const each of addresses) texts.push(textOf(await office.get(`/api/v1${each}`)));
    entries.push({ kind: 'api', name: `${day} ${path}`, text: texts.join('\n') });
  }
  return entries;
}

const jsonOf = async <Value>(visitor: Visitor, path: string): Promise<Value> =>
  JSON.parse((await visitor.get(`/api/v1${path}`)).body.toString()) as Value;

/** A sheet of a list that is read in several; other answers may have a `next` of another meaning. */
type Sheet = { readonly total?: number; readonly next?: unknown };

/** The addresses of all sheets of a list. */
async function sheetsOf(visitor: Visitor, path: string): Promise<readonly string[]> {
  const found = [path];
  for (;;) {
    const { total, next } = await jsonOf<Sheet>(visitor, found.at(-1) ?? path);
    if (total === undefined || typeof next !== 'string') return found;
    found.push(`${path}?cursor=${encodeURIComponent(next)}`);
  }
}

/** The addresses of one thing each, by the ids in the list above them. */
async function eachOf(visitor: Visitor, path: string): Promise<readonly string[]> {
  const [list = ''] = path.split('/{id}');
  const ids = new Set<string>();
  for (const sheet of await sheetsOf(visitor, list.replace('/steps', ''))) {
    const text = JSON.stringify(await jsonOf(visitor, sheet));
    for (const [, id = ''] of text.matchAll(/"id":"([^"]*)"/g)) ids.add(id);
  }
  return [...ids].map((id) => path.replace('{id}', encodeURIComponent(id)));
}
