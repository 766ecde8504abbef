import type { Problem } from '../../domain/base/problems.ts';
import { LAST_COLUMN, LAST_ROW, letters, MOST_CELLS, MOST_SHEETS } from '../tables/table-bounds.ts';
import { LONGEST_TEXT } from '../text/document.ts';
import type { Parts } from './bounded-zip.ts';
import { contentsOf, partText, tagsIn } from './workbook-parts.ts';
import { EXCEL_ROWS, type Extent, extentOf, stringLengths } from './worksheet-extent.ts';

/** Rows of all sheets together, including empty ones. */
const MOST_EMPTY_ROWS = 4 * EXCEL_ROWS;

/** Characters of one format, as XML may write it: Excel has 255. */
const LONGEST_FORMAT = 2000;

type Measured = { readonly place: string; readonly extent: Extent };

/**
 * Problems with a workbook that is larger than the reader's limits.
 *
 * @param file - its name, for messages.
 * @throws {RangeError} if it is not a workbook.
 */
export function outOfBounds(parts: Parts, file: string): readonly Problem[] {
  const { sheets, styles, strings } = contentsOf(parts);
  if (sheets.length > MOST_SHEETS) {
    const message = `有 ${sheets.length} 张表，最多读 ${MOST_SHEETS} 张`;
    return [{ place: file, message, remedy: '请只留要读的表，再试一次' }];
  }
  checkFormats(partText(parts, styles));
  const lengths = stringLengths(partText(parts, strings));
  const measured = sheets.map(({ name, path }) => ({
    place: `${file} “${name}”表`,
    extent: extentOf(partText(parts, path), lengths),
  }));
  const far = measured.flatMap(farOut);
  return far.length > 0 ? far : tooMuch(measured);
}

function farOut({ place, extent: { far } }: Measured): readonly Problem[] {
  const [first, ...others] = far;
  if (first === undefined) return [];
  const also = others.length > 0 ? `（这样的还有 ${others.length} 格）` : '';
  const message = `这一格离得太远，最多读到第 ${LAST_ROW} 行、${letters(LAST_COLUMN - 1)} 列${also}`;
  return [{ place: `${place} ${first}`, message, remedy: '请删去它，或移到表格旁边，再试一次' }];
}

function tooMuch(sheets: readonly Measured[]): readonly Problem[] {
  const wrong = (
    sizeOf: (extent: Extent) => number,
    most: number,
    say: (extent: Extent) => string,
  ): readonly Problem[] => {
    const total = sheets.reduce((sum, { extent }) => sum + sizeOf(extent), 0);
    const [largest] = sheets.toSorted((a, b) => sizeOf(b.extent) - sizeOf(a.extent));
    if (total <= most || !largest) return [];
    const remedy = '请删去空白和无关的行列，或分成几个文件，再试一次';
    return [{ place: largest.place, message: say(largest.extent), remedy }];
  };
  return [
    ...wrong(
      ({ rows, columns }) => rows * columns,
      MOST_CELLS,
      ({ rows, columns }) => `共 ${rows} 行、${columns} 列，各表合计超过能读的 ${MOST_CELLS} 格`,
    ),
    ...wrong(
      ({ lastRow }) => lastRow,
      MOST_EMPTY_ROWS,
      ({ lastRow }) => `到第 ${lastRow} 行才完，空行太多`,
    ),
    ...wrong(
      ({ characters }) => characters,
      LONGEST_TEXT,
      ({ characters }) => `共 ${characters} 个字，各表合计超过能读的 ${LONGEST_TEXT} 个字`,
    ),
  ];
}

/** @throws {RangeError} for a format that is too long: detecting date formats takes quadratic time. */
function checkFormats(styles: string): void {
  if (tagsIn(styles, 'numFmt').some((tag) => tag.length > LONGEST_FORMAT)) {
    throw new RangeError('a format is too long');
  }
}
