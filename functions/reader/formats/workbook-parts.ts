import { pattern } from '../text/patterns.ts';
import type { Parts } from './bounded-zip.ts';
import { attributesOf, tokensOf, unescaped } from './xml-tokens.ts';

type Contents = {
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  readonly styles: string;
  readonly strings: string;
};

const RELATION = pattern`
  ^http://(?:schemas\.openxmlformats\.org/officeDocument/2006|purl\.oclc\.org/ooxml/officeDocument)
  /relationships/(?<kind>worksheet|styles|sharedStrings)$
`;

/** A part that the workbook refers to. */
type Relation = { readonly kind: string; readonly id: string; readonly path: string };

function relationsOf(parts: Parts): readonly Relation[] {
  const tags = tagsIn(partText(parts, 'xl/_rels/workbook.xml.rels'), 'Relationship');
  return [...tags].map((tag) => {
    const relation = attributesOf(tag);
    const target = relation.get('Target') ?? '';
    return {
      kind: RELATION.exec(relation.get('Type') ?? '')?.groups?.['kind'] ?? '',
      id: relation.get('Id') ?? '',
      path: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    };
  });
}

/** Finds the parts in the same way as the package that reads the cells. */
export function contentsOf(parts: Parts): Contents {
  const relations = relationsOf(parts);
  const lastOf = (wanted: string): string | undefined =>
    relations.findLast(({ kind }) => kind === wanted)?.path;
  const worksheets = relations.filter(({ kind }) => kind === 'worksheet');
  const paths = new Map(worksheets.map(({ id, path }) => [id, path]));
  const sheets = tagsIn(partText(parts, 'xl/workbook.xml'), 'sheet').flatMap((tag) => {
    const sheet = attributesOf(tag);
    const path = paths.get(sheet.get('id') ?? '');
    return path === undefined ? [] : [{ name: unescaped(sheet.get('name') ?? ''), path }];
  });
  return {
    sheets: [...sheets],
    styles: lastOf('styles') ?? 'xl/styles.xml',
    strings: lastOf('sharedStrings') ?? 'xl/sharedStrings.xml',
  };
}

/** A part as text; empty if the workbook lacks it. */
export const partText = (parts: Parts, path: string): string =>
  new TextDecoder().decode(parts.get(path));

/** @yields the opening tags of all elements called `name`. */
export function* tagsIn(xml: string, name: string): Generator<string, void> {
  for (const token of tokensOf(xml)) {
    if (token.kind === 'open' && token.name === name) yield token.tag;
  }
}
