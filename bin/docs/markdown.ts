/** A Markdown table; a bar inside a cell is escaped. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.map(escapedCell).join(' | ')} |`).join('\n');
}

const escapedCell = (text: string): string => text.replaceAll('|', '\\|');

/** `text` as inline code. */
export const code = (text: string): string => `\`${text}\``;

/** `text` in a fenced code block. */
export const fenced = (text: string): string => ['```text', text, '```'].join('\n');

/**
 * `page` with each of `parts` between its markers, `<!-- printed: NAME -->` and `<!-- end: NAME -->`.
 *
 * @throws {Error} if the markers of a part are missing.
 */
export function withPrinted(page: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((text, [name, part]) => {
    const begin = `<!-- printed: ${name} -->`;
    const end = `<!-- end: ${name} -->`;
    const [before, rest] = text.split(begin);
    const after = rest?.split(end)[1];
    if (before === undefined || after === undefined) throw new Error(`no markers for ${name}`);
    return `${before}${begin}\n\n${part}\n\n${end}${after}`;
  }, page);
}
