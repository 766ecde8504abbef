import { tokensOf } from './html.ts';

/** A field with its value, as often as it stands in a form. */
type Field = readonly [name: string, value: string];

/** A form of a page, with what a browser would send of it untouched. */
export type Form = { readonly action: string; readonly fields: readonly Field[] };

/** Every form of `page` that can be sent, in its order. */
export function formsOf(page: string): readonly Form[] {
  const [, ...parts] = page.split(/(?=<form[ >])/);
  return parts.map((part) => {
    const [form] = part.split('</form>');
    return { action: actionOf(part), fields: fieldsOf(form ?? '') };
  });
}

function actionOf(form: string): string {
  const [token] = tokensOf(form);
  return token && 'open' in token ? (token.attributes.get('action') ?? '') : '';
}

const fieldsOf = (form: string): readonly Field[] => [
  ...inputsOf(form),
  ...[...form.matchAll(/<select.*?<\/select>/gs)].map(([select]) => chosenOf(select)),
  ...[...form.matchAll(/<textarea.*?<\/textarea>/gs)].map(([area]) => writtenIn(area)),
];

const inputsOf = (form: string): readonly Field[] =>
  tokensOf(form).flatMap((token): Field[] => {
    if (!('open' in token) || token.open !== 'input' || !isSent(token.attributes)) return [];
    const { attributes } = token;
    return [[attributes.get('name') ?? '', attributes.get('value') ?? 'on']];
  });

function isSent(attributes: ReadonlyMap<string, string>): boolean {
  const type = attributes.get('type') ?? 'text';
  if (!attributes.has('name') || type === 'file' || type === 'submit') return false;
  return (type !== 'checkbox' && type !== 'radio') || attributes.has('checked');
}

function chosenOf(select: string): Field {
  const tags = tokensOf(select).flatMap((token) => ('open' in token ? [token] : []));
  const options = tags.filter(({ open }) => open === 'option');
  const chosen = options.find(({ attributes }) => attributes.has('selected')) ?? options.at(0);
  return [tags.at(0)?.attributes.get('name') ?? '', chosen?.attributes.get('value') ?? ''];
}

function writtenIn(area: string): Field {
  const [tag, written] = tokensOf(area);
  const name = tag && 'open' in tag ? tag.attributes.get('name') : undefined;
  return [name ?? '', written && 'text' in written ? written.text : ''];
}
