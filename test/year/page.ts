import { type Attributes, tokensOf } from './html.ts';

/** What a person, a screen reader or a browser gets of an attribute; the rest is looks. */
const NAMES = `
  role alt title label placeholder name value type href action method enctype for id lang
  hidden open checked selected disabled required readonly multiple min max step minlength
  maxlength pattern inputmode autocomplete accept datetime download scope colspan rowspan
`;
const TOLD = new RegExp(`^(?:aria-.*|data-.*|${NAMES.trim().split(/\s+/).join('|')})$`);

/** Elements that a line of text runs through. */
const INLINE = new Set(['b', 'em', 'i', 'mark', 'small', 'span', 'strong', 'sub', 'sup']);

/** What draws a picture; its words stand in `text` and `title`. */
const SHAPES = new Set(['path', 'rect', 'circle', 'line', 'polyline', 'polygon', 'use', 'ellipse']);

/** The words of a page in their order, and what its elements say next to them, one to a line. */
export function linesOf(page: string): readonly string[] {
  const lines: string[] = [];
  let text = '';
  const breakLine = (): void => {
    if (text.trim() !== '') lines.push(text.replace(/\s+/g, ' ').trim());
    text = '';
  };
  for (const token of tokensOf(page)) {
    if ('text' in token) {
      text += token.text;
      continue;
    }
    const name = 'open' in token ? token.open : token.close;
    const told = 'open' in token ? toldBy(token.open, token.attributes) : '';
    if (INLINE.has(name) && told === '') continue;
    breakLine();
    if (told !== '') lines.push(`<${name}${told}>`);
  }
  breakLine();
  return lines;
}

function toldBy(name: string, attributes: Attributes): string {
  if (SHAPES.has(name) || name === 'link' || name === 'script') return '';
  return [...attributes]
    .filter(([attribute]) => TOLD.test(attribute))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([attribute, value]) => ` ${attribute}=${JSON.stringify(value)}`)
    .join('');
}
