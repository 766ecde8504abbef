/** A form of a page: where it is sent, and its fields as they stand. */
export type PageForm = { readonly action: string; readonly fields: readonly FormField[] };

type FormField = {
  readonly name: string;
  readonly type: string;
  /** What stands in it; in an empty date the first day that it takes. */
  readonly value: string;
};

/** Every form of `page` that changes something. */
export const formsIn = (page: string): readonly PageForm[] =>
  [...page.matchAll(/<form ([^>]*method="post"[^>]*)>(.*?)<\/form>/gs)].map(
    ([, tag = '', body = '']) => ({ action: attribute(tag, 'action'), fields: fieldsOf(body) }),
  );

const fieldsOf = (body: string): readonly FormField[] => [
  ...[...body.matchAll(/<input ([^>]*)>/g)].map(([, tag = '']) => ({
    name: attribute(tag, 'name'),
    type: attribute(tag, 'type') || 'text',
    value: attribute(tag, 'value') || attribute(tag, 'min'),
  })),
  ...[...body.matchAll(/<textarea ([^>]*)>(.*?)<\/textarea>/gs)].map(
    ([, tag = '', value = '']) => ({
      name: attribute(tag, 'name'),
      type: 'text',
      value: decoded(value),
    }),
  ),
  ...[...body.matchAll(/<select ([^>]*)>(.*?)<\/select>/gs)].map(([, tag = '', options = '']) => ({
    name: attribute(tag, 'name'),
    type: 'select',
    value: chosenOf(options),
  })),
];

function chosenOf(options: string): string {
  const all = [...options.matchAll(/<option ([^>]*)>/g)].map(([, tag = '']) => tag);
  return attribute(all.find((tag) => tag.includes('selected')) ?? all.at(0) ?? '', 'value');
}

const attribute = (tag: string, name: string): string =>
  decoded(new RegExp(`(?:^| )${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

const decoded = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
