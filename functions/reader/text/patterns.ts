/** Builds regular expressions from named lists and over several lines. */

/** The words of a list, separated by blanks and line breaks. A word may itself be a pattern. */
export const wordList = (list: TemplateStringsArray): readonly string[] =>
  String.raw(list).trim().split(/\s+/u);

/** Pattern for any of `words`. The first that fits is taken: a longer word stands before its prefix. */
export const oneOf = (...words: readonly (string | readonly string[])[]): string =>
  `(?:${words.flat().join('|')})`;

/** Source of a pattern; the blanks and line breaks of the template are not part of it. */
export const source = (template: TemplateStringsArray, ...parts: readonly string[]): string =>
  String.raw({ raw: template.raw.map((text) => text.replace(/\s+/gu, '')) }, ...parts);

/** Unicode regular expression from a {@link source}. */
export const pattern = (template: TemplateStringsArray, ...parts: readonly string[]): RegExp =>
  new RegExp(source(template, ...parts), 'u');
