/** A start tag with its attributes, an end tag, or the text between two tags. */
type Token =
  | { readonly open: string; readonly attributes: Attributes }
  | { readonly close: string }
  | { readonly text: string };

/** The attributes of a tag, with their entities read; one without a value is empty. */
export type Attributes = ReadonlyMap<string, string>;

const TOKEN = /<!--.*?-->|<!doctype[^>]*>|<(\/?)([a-z][\w-]*)((?:[^>"]|"[^"]*")*)>|([^<]+)/gis;
const ATTRIBUTE = /([^\s="/]+)(?:="([^"]*)")?/g;

/** Reads a page of ours: rendered by a program, so every attribute stands in double quotes. */
export const tokensOf = (page: string): readonly Token[] =>
  [...page.matchAll(TOKEN)].flatMap(([, slash, name, attributes, text]): Token[] => {
    if (text !== undefined) return [{ text: decoded(text) }];
    if (name === undefined) return [];
    if (slash === '/') return [{ close: name }];
    return [{ open: name, attributes: attributesIn(attributes ?? '') }];
  });

const attributesIn = (text: string): Attributes =>
  new Map([...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, decoded(value)]));

const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

const decoded = (text: string): string =>
  text.replace(/&(?:quot|#39|lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);
