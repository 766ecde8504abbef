import { globSync, readFileSync } from 'node:fs';
import { dirname, normalize } from 'node:path';

/** A paper of the repository, by its path from the root. */
export type Paper = { readonly path: string; readonly text: string };

/** Every Markdown file that is kept, but for installed packages. */
export const papers: readonly Paper[] = globSync('**/*.md', {
  exclude: (path) => /^(node_modules|cdk\.out|coverage|\.ruqi)$/.test(path),
}).map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** The paper at `path`. @throws {Error} if there is none. */
export function paper(path: string): Paper {
  const found = papers.find((each) => each.path === path);
  if (!found) throw new Error(`no paper at ${path}`);
  return found;
}

const FENCE = /^```(\w*)\n(.*?)^```$/gms;

/** The text without its code blocks, in which `#` and brackets mean something else. */
const prose = (text: string): string => text.replace(FENCE, '');

/** The lines of the code blocks in one of `languages`, without comments at their ends. */
export const commandLines = ({ text }: Paper, languages: readonly string[]): readonly string[] =>
  [...text.matchAll(FENCE)]
    .filter(([, language = '']) => languages.includes(language))
    .flatMap(([, , code = '']) => code.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '');

/** Commands that stand in the running text, as inline code. */
export const inlineCode = ({ text }: Paper): readonly string[] =>
  [...prose(text).matchAll(/`([^`\n]+)`/g)].flatMap(([, code]) => code ?? []);

/** The anchors of a paper's headings, as GitHub makes them. */
export function anchorsOf({ text }: Paper): readonly string[] {
  const seen = new Map<string, number>();
  return [...prose(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => {
    const anchor = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-');
    const times = seen.get(anchor) ?? 0;
    seen.set(anchor, times + 1);
    return times === 0 ? anchor : `${anchor}-${times}`;
  });
}

/** A link to a place in the repository. */
export type Link = {
  readonly text: string;
  readonly target: string;
  /** From the root. */
  readonly path: string;
  readonly anchor: string;
};

/** The links of a paper that lead into the repository, images included. */
export const linksOf = ({ path, text: all }: Paper): readonly Link[] =>
  [...prose(all).matchAll(/\[([^\]]*)\]\(([^)\s]+)\)/g)]
    .filter(([, , target = '']) => !/^(https?|mailto):/.test(target))
    .map(([, text = '', target = '']) => {
      const [file = '', anchor = ''] = target.split('#');
      const place = file === '' ? path : normalize(`${dirname(path)}/${file}`);
      return { text, target, path: place, anchor };
    });
