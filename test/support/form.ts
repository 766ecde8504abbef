/** What a browser would send of the forms of `page`: every field by its name. */
export const fieldsIn = (page: string): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ...[...page.matchAll(/<input ([^>]*)>/g)].flatMap(([, tag = '']) => inputIn(tag)),
    ...[...page.matchAll(/<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/gs)].map(
      ([, name = '', options = '']) => [name, chosenOf(options)] as const,
    ),
    ...[...page.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>(.*?)<\/textarea>/gs)].map(
      ([, name = '', text = '']) => [name, decoded(text)] as const,
    ),
  ]);

type Entry = readonly [name: string, value: string];

function inputIn(tag: string): readonly Entry[] {
  const name = attribute(tag, 'name');
  if (name === '') return [];
  if (attribute(tag, 'type') !== 'checkbox') return [[name, attribute(tag, 'value')]];
  return / checked/.test(tag) ? [[name, 'on']] : [];
}

function chosenOf(options: string): string {
  const [chosen = '', ...rest] = options.match(/<option[^>]*selected[^>]*>/g) ?? [];
  if (rest.length > 0) throw new Error(`several choices at once: ${options}`);
  return attribute(chosen, 'value');
}

const attribute = (tag: string, name: string): string =>
  decoded(new RegExp(`(?:^| )${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

const decoded = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
