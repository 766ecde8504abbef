/** Builds regular expressions from named lists and over several lines. */

/** Splits a list of words at whitespace. A word may itself be a pattern. */
export const wordList = (list: TemplateStringsArray): readonly string[] =>
  String.raw(list).trim().split(/\s+/u);

/** Alternation of `words`. The first match wins, so put a longer word before its prefix. */
export const oneOf = (...words: readonly (string | readonly string[])[]): string =>
  `(?:${words.flat().join('|')})`;

/** Source of a regular expression. Whitespace in the template is ignored. */
export const source = (template: TemplateStringsArray, ...parts: readonly string[]): string =>
  String.raw({ raw: template.raw.map((text) => text.replace(/\s+/gu, '')) }, ...parts);

/** Regular expression from a {@link source}, with the `u` flag. */
export const pattern = (template: TemplateStringsArray, ...parts: readonly string[]): RegExp =>
  new RegExp(source(template, ...parts), 'u');
