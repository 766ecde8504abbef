import type { Parts } from '../reader/formats/bounded-zip.ts';

/** What a cell of a workbook is besides its value, where that is anything. */
export type CellNote = {
  /** Digits after the point with which it is shown as a percentage; null where it is not. */
  readonly percentPlaces: number | null;
  /** Whether it is a formula that the program which wrote the file did not compute. */
  readonly isUncomputed: boolean;
};

/** The notes of one sheet by the cells' addresses, `B3`. */
export type SheetNotes = ReadonlyMap<string, CellNote>;

/**
 * What the cells of a workbook are besides their values, sheet by sheet in the workbook's order. Every
 * text is read once, cell by cell.
 *
 * @param parts - the XML files of the workbook.
 */
export function cellNotes(parts: Parts): readonly SheetNotes[] {
  const places = percentStyles(textOf(parts, 'styles.xml'));
  return sheetFiles(parts).map((file) => notesOf(textOf(parts, file), places));
}

const textOf = (parts: Parts, file: string): string =>
  new TextDecoder().decode(parts.get(`xl/${file}`));

/** The files of the sheets, in the workbook's order. */
function sheetFiles(parts: Parts): readonly string[] {
  const relations = tagsOf(textOf(parts, '_rels/workbook.xml.rels'), 'Relationship');
  const targets = new Map(
    relations.map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(?:xl\/)?/, ''),
    ]),
  );
  return tagsOf(textOf(parts, 'workbook.xml'), 'sheet').map(
    (tag) => targets.get(attribute(tag, 'r:id')) ?? '',
  );
}

/** The tags called `name` in `text`, each with its attributes. */
const tagsOf = (text: string, name: string): readonly string[] =>
  text.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? [];

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** Number formats that Excel has without writing them down (ECMA-376, part 1, 18.8.30). */
const BUILT_IN: ReadonlyMap<string, string> = new Map([
  ['9', '0%'],
  ['10', '0.00%'],
]);

/** By the number of a cell's style, the digits with which it shows a percentage; null for others. */
function percentStyles(styles: string): readonly (number | null)[] {
  const own = tagsOf(styles, 'numFmt').map(
    (tag) => [attribute(tag, 'numFmtId'), attribute(tag, 'formatCode')] as const,
  );
  const formats = new Map([...BUILT_IN, ...own]);
  const from = styles.indexOf('<cellXfs');
  const to = styles.indexOf('</cellXfs>');
  if (from < 0 || to < from) return [];
  return tagsOf(styles.slice(from, to), 'xf').map((tag) =>
    placesOf(formats.get(attribute(tag, 'numFmtId')) ?? ''),
  );
}

/** Digits after the point of a format that shows a percentage; null for any other. */
function placesOf(format: string): number | null {
  const [first = ''] = format.split(';');
  const shown = first.replaceAll(/&quot;.*?&quot;|\\.|\[[^\]]*\]/g, '');
  if (!shown.includes('%')) return null;
  return /\.([0#?]+)/.exec(shown)?.[1]?.length ?? 0;
}

/** The cells of a sheet's text that are anything besides their values. */
function notesOf(text: string, places: readonly (number | null)[]): SheetNotes {
  const [, ...cells] = text.split(/<c(?=\s)/);
  return new Map(
    cells.flatMap((cell): readonly (readonly [string, CellNote])[] => {
      const end = cell.indexOf('>');
      const tag = cell.slice(0, end);
      const body = tag.endsWith('/') ? '' : cell.slice(end + 1).split('</c>', 1)[0];
      const percentPlaces = places[Number(attribute(tag, 's') || NaN)] ?? null;
      const isUncomputed = isUncomputedFormula(body ?? '');
      if (percentPlaces === null && !isUncomputed) return [];
      return [[attribute(tag, 'r'), { percentPlaces, isUncomputed }]];
    }),
  );
}

const isUncomputedFormula = (body: string): boolean =>
  /<f\b/.test(body) && !/<v\b[^>]*>[^<]/.test(body);
