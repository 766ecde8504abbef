import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSheets } from '../../../functions/files/read-worksheets.ts';
import { unpack } from '../../../functions/reader/formats/bounded-zip.ts';
import { readDocument } from '../../../functions/reader/formats/read-document.ts';

const MEGABYTE = 1024 * 1024;

/** An archive of nothing but zeros: 100 times smaller than what it unpacks to. */
const packed = (name: string, megabytes: number): Uint8Array =>
  zipSync({ [name]: new Uint8Array(megabytes * MEGABYTE) });

const refusal = (message: string): object => ({ problems: [{ place: '计划', message }] });

describe('an archive', () => {
  it('that unpacks to more than 100 MB is refused, whether in one file or in many', async () => {
    const half = new Uint8Array(51 * MEGABYTE);
    const large = refusal('文件解压后超过 100 MB');
    await expect(unpack(packed('word/a.png', 101), '计划')).rejects.toMatchObject(large);
    await expect(unpack(zipSync({ a: half, b: half }), '计划')).rejects.toMatchObject(large);
    expect(await unpack(packed('word/a.png', 99), '计划')).toEqual(new Map());
  });

  it('with more than 32 MB of XML is refused', async () => {
    const large = refusal('文件里的文字解压后超过 32 MB');
    await expect(unpack(packed('word/document.xml', 33), '计划')).rejects.toMatchObject(large);
    expect((await unpack(packed('word/document.xml', 31), '计划')).size).toBe(1);
  });

  it('of thousands of files is refused, too', async () => {
    const names = Array.from({ length: 2001 }, (_, number) => [String(number), strToU8('')]);
    await expect(unpack(zipSync(Object.fromEntries(names)), '计划')).rejects.toMatchObject(
      refusal('压缩包里有 2001 个文件，最多读 2000 个'),
    );
  });

  it('that says it is small is not believed', async () => {
    const bytes = packed('word/document.xml', 101);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const directory = view.getUint32(bytes.length - 6, true);
    // The uncompressed size, which the directory says.
    view.setUint32(directory + 24, 1000, true);
    await expect(unpack(bytes, '计划')).rejects.toThrow(/too many bytes/);
    await expect(readDocument(bytes, '计划')).rejects.toMatchObject(refusal('文件已损坏，打不开'));
  });

  it('is refused as a plan and as a table, and says what to do', async () => {
    await expect(readDocument(packed('word/document.xml', 33), '计划')).rejects.toMatchObject(
      refusal('文件里的文字解压后超过 32 MB'),
    );
    await expect(readSheets(packed('xl/workbook.xml', 33), '计划', [])).rejects.toMatchObject(
      refusal('文件里的文字解压后超过 32 MB'),
    );
  });
});
