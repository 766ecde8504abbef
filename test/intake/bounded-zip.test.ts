import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isBomb } from '../../functions/intake/bounded-zip.ts';
import { readDocument } from '../../functions/intake/read-document.ts';
import { readSheets } from '../../functions/intake/sheets.ts';

const MEGABYTE = 1024 * 1024;

/** An archive of nothing but zeros: 100 times smaller than what it unpacks to. */
const packed = (name: string, megabytes: number): Uint8Array =>
  zipSync({ [name]: new Uint8Array(megabytes * MEGABYTE) });

describe('an archive', () => {
  it('that unpacks to more than 100 MB is a bomb, whether in one file or in many', async () => {
    expect(await isBomb(packed('word/document.xml', 101))).toBe(true);
    const half = new Uint8Array(51 * MEGABYTE);
    expect(await isBomb(zipSync({ a: half, b: half }))).toBe(true);
    expect(await isBomb(packed('word/document.xml', 99))).toBe(false);
  });

  it('of thousands of files is one, too', async () => {
    const names = Array.from({ length: 2001 }, (_, number) => [String(number), strToU8('')]);
    expect(await isBomb(zipSync(Object.fromEntries(names)))).toBe(true);
  });

  it('that says it is small is not believed', async () => {
    const bytes = packed('word/document.xml', 101);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const directory = view.getUint32(bytes.length - 6, true);
    // The uncompressed size, which the directory says.
    view.setUint32(directory + 24, 1000, true);
    await expect(isBomb(bytes)).rejects.toThrow(/too many bytes/);
  });

  it('is refused as a plan and as a table, and says what to do', async () => {
    await expect(readDocument(packed('word/document.xml', 101), '计划.docx')).rejects.toMatchObject(
      {
        problems: [{ place: '计划.docx', message: '文件解压后超过 100 MB' }],
      },
    );
    await expect(readSheets(packed('xl/workbook.xml', 101), '资金.xlsx', [])).rejects.toMatchObject(
      {
        problems: [{ place: '资金.xlsx', message: '文件解压后超过 100 MB' }],
      },
    );
  });
});
