/** One tag or one stretch of text. Names are without their prefix. */
export type XmlToken =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly tag: string;
      readonly isEmpty: boolean;
    }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** What says nothing, by how it begins and ends. */
const SILENT = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
] as const;

const NAME = /^\/?(?:[\w.-]*:)?(?<name>[\w.-]+)/u;
const ATTRIBUTES = /^\/?[\w.:-]+(?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?$/u;
const ATTRIBUTE =
  /(?<=\s)(?:(?<prefix>[\w.-]*):)?(?<name>[\w.-]+)\s*=\s*(?:"(?<value>[^"]*)"|'(?<other>[^']*)')/gu;

/** Characters of one tag; that of a much edited rule of formats has some ten thousand. */
const LONGEST_TAG = 262_144;

/**
 * The tags and the text of an office document's part, whose XML is plain.
 *
 * @yields them in their order.
 * @throws {RangeError} if it is not such XML.
 */
export function* tokensOf(xml: string): Generator<XmlToken, void> {
  let at = 0;
  while (at < xml.length) {
    const silent = SILENT.find(([start]) => xml.startsWith(start, at));
    if (silent) {
      const end = xml.indexOf(silent[1], at);
      if (end < 0) throw new RangeError(`${silent[0]} at ${at} has no end`);
      at = end + silent[1].length;
    } else if (xml[at] === '<') {
      const end = endOfTag(xml, at);
      yield tokenOf(xml.slice(at + 1, end));
      at = end + 1;
    } else {
      const end = xml.indexOf('<', at);
      yield { kind: 'text', text: xml.slice(at, end < 0 ? xml.length : end) };
      at = end < 0 ? xml.length : end;
    }
  }
}

/** Where the tag ends that opens at `from`: at the first > outside of its quotes. */
function endOfTag(xml: string, from: number): number {
  let quote = '';
  for (let at = from; at < xml.length && at - from < LONGEST_TAG; at += 1) {
    const character = xml.charAt(at);
    if (quote === '' && character === '>') return at;
    quote = quoteAfter(quote, character);
  }
  throw new RangeError(`the tag at ${from} has no end`);
}

/** The quote that is open behind `character`, where `quote` was open before it; empty for none. */
function quoteAfter(quote: string, character: string): string {
  if (quote !== '') return character === quote ? '' : quote;
  return character === '"' || character === "'" ? character : '';
}

function tokenOf(tag: string): XmlToken {
  const name = NAME.exec(tag)?.groups?.['name'];
  if (name === undefined) throw new RangeError(`<${tag.slice(0, 40)} is no tag`);
  if (tag.startsWith('/')) return { kind: 'close', name };
  return { kind: 'open', name, tag, isEmpty: tag.endsWith('/') };
}

/**
 * The attributes of a tag by their names.
 *
 * @throws {RangeError} for a tag that another parser could interpret differently.
 */
export function attributesOf(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  if (!ATTRIBUTES.test(tag)) throw new RangeError(`<${tag}> is not plain`);
  for (const { groups = {} } of tag.matchAll(ATTRIBUTE)) {
    const { name, value } = pairOf(groups);
    if (groups['prefix'] === 'xmlns') continue;
    if (attributes.has(name)) throw new RangeError(`<${tag}> says ${name} twice`);
    attributes.set(name, value);
  }
  return attributes;
}

/** An attribute, its value in one kind of quotes or the other. */
const pairOf = ({
  name = '',
  other = '',
  value = other,
}: Readonly<Record<string, string>>): { readonly name: string; readonly value: string } => ({
  name,
  value,
});

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
};

/** `words` with the characters that markup writes as names. */
export const unescaped = (words: string): string =>
  words.replace(/&(?<name>amp|lt|gt|quot|nbsp);/gu, (_, name: string) => ENTITIES[name] ?? '');
