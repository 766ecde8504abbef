import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { cellText } from '../../functions/files/read-cells.ts';
import { readSheets } from '../../functions/files/read-worksheets.ts';
import { textCell } from '../../functions/files/write-cells.ts';

const workbookOf = (texts: readonly string[]): Promise<Uint8Array> =>
  writeXlsxFile([
    { sheet: '表', data: [[textCell('说明')], ...texts.map((text) => [textCell(text)])] },
  ]).toBuffer();

describe('a text in a cell', () => {
  it.each(['=1+1', '+86 730', '-1', '@SUM(A1)', '=HYPERLINK("https://evil.example")', '|cmd'])(
    'stays text where it begins as a formula does: %s',
    async (text) => {
      const files = unzipSync(Uint8Array.from(await workbookOf([text])));
      const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
      expect(sheet).toContain('<row');
      expect(sheet).not.toContain('<f>');
      expect(sheet.match(/ t="(s|inlineStr)"/g)).toHaveLength(2);
    },
  );

  it('is one line of seen characters, going out and coming in', async () => {
    const evil = '=甲\n期限：\u202e乙\u200b\u0000\u2028丙';
    const [sheet] = await readSheets(await workbookOf([evil]), '表.xlsx', ['说明']);
    const cell = sheet?.rows[0]?.cell('说明');
    expect(cell?.value).toBe('=甲 期限：乙 丙');
    expect(cellText({ value: evil, place: '' })).toBe('=甲 期限：乙 丙');
  });
});
