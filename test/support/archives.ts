import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** An archive of text files. */
export const archive = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

/** A part of a workbook that says how its parts belong together, of `sheets` by their names. */
function workbookOf(names: readonly string[], paths: readonly string[]): Record<string, string> {
  const sheets = names.map(
    (name, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${(at % paths.length) + 1}"/>`,
  );
  const relations = paths.map(
    (path, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="${path}"/>`,
  );
  return {
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${relations.join('')}</Relationships>`,
  };
}

/**
 * A workbook whose one sheet, 汇总, is `sheet`: the XML of a worksheet.
 *
 * @param more - other files in it.
 */
export const workbookFiles = (
  sheet: string,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> => ({
  ...workbookOf(['汇总'], ['worksheets/sheet1.xml']),
  'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
  ...more,
});

/** A workbook that lists one and the same sheet under many names. */
export const manySheets = (count: number, sheet: string): Uint8Array =>
  archive({
    ...workbookFiles(sheet),
    ...workbookOf(
      Array.from({ length: count }, (_, at) => `表${at + 1}`),
      ['worksheets/sheet1.xml'],
    ),
  });

/** A cell with a text of its own. */
export const inlineCell = (address: string, text: string): string =>
  `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** A Word file whose body is `body`, the XML of paragraphs and tables. */
export const wordFile = (body: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  archive({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
    ...more,
  });

/** A paragraph of a Word file. */
export const wordParagraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** The notes of a Word file, one called `2`, and what ties them to it. */
export const wordNotes = (text: string): Record<string, string> => ({
  'word/footnotes.xml': `<w:footnotes xmlns:w="${WORD}"><w:footnote w:id="2">${wordParagraph(text)}</w:footnote></w:footnotes>`,
  'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>`,
});
