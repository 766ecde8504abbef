import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DraftDecision } from '../../../functions/domain/sources/review.ts';
import { colours } from '../../../functions/domain/tasks/lamp.ts';
import { STYLESHEETS, style } from '../../../functions/portal/ui/assets.ts';

const folder = fileURLToPath(new URL('../../../functions/portal/', import.meta.url));
const textOf = (file: string): string => readFileSync(`${folder}${file}`, 'utf8');
const files = (pattern: string): readonly string[] => globSync(pattern, { cwd: folder });

/** Classes that pages compute from values of the domain. */
const computed: ReadonlySet<string> = new Set([
  ...colours,
  ...DraftDecision.options,
  'explicit',
  ...['red', 'yellow', 'green'].flatMap((hue) => [`short-${hue}`, `hatch-${hue}`]),
]);

/** The classes that the stylesheets have rules for. */
const dressed = new Set(
  [...style.body.matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/g)].map(([, name = '']) => name),
);

/** The strings that an expression may come to; what is only compared is none of them. */
const literalsOf = (expression: string): readonly string[] =>
  [...expression.matchAll(/(=== )?['`]([^'`]*)['`]/g)]
    .filter(([, compared]) => compared === undefined)
    .map(([, , text = '']) => text);

/** The classes that pages name: every word of every literal in a `class` attribute. */
const named = new Set(
  files('**/*.tsx')
    .flatMap((file) => [
      ...textOf(file).matchAll(/ class=(?:"([^"]*)"|\{((?:[^{}]|\{[^{}]*\})*)\})/g),
    ])
    .flatMap(([, plain, expression = '']) =>
      plain === undefined ? literalsOf(expression) : [plain],
    )
    .flatMap((text) => text.split(' '))
    .filter((word) => word !== '' && !/[${}]/.test(word)),
);

describe('the stylesheets', () => {
  it('are all served, each once', () => {
    expect(STYLESHEETS.toSorted()).toEqual(files('**/*.css').toSorted());
  });

  it.each(STYLESHEETS)('%s has at most 300 lines', (file) => {
    expect(textOf(file).split('\n').length).toBeLessThanOrEqual(300);
  });

  it('have rules only for classes that a page names', () => {
    expect([...dressed].filter((name) => !named.has(name) && !computed.has(name))).toEqual([]);
  });

  it('have a rule for every class that a page names', () => {
    expect([...named].filter((name) => !dressed.has(name))).toEqual([]);
  });
});
