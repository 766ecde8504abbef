import { Document, ImageRun, Packer, Paragraph } from 'docx';
import { describe, expect, it } from 'vitest';
import { readSheets } from '../../../functions/files/read-worksheets.ts';
import { readDocument } from '../../../functions/reader/formats/read-document.ts';
import {
  archive,
  inlineCell,
  manySheets,
  wordFile,
  wordNotes,
  wordParagraph,
  workbookFiles,
} from '../../support/archives.ts';

const HEAD = `<row r="1">${inlineCell('A1', '任务')}${inlineCell('B1', '完成时限')}</row>`;
const FIRST = `<row r="2">${inlineCell('A2', '建成甲园')}${inlineCell('B2', '6月底')}</row>`;
const TEXT = '任务\t完成时限\n建成甲园\t6月底\n';

const sheet = (rows: string): string => `<sheetData>${HEAD}${FIRST}${rows}</sheetData>`;

const refusal = (place: string, message: string): object => ({ problems: [{ place, message }] });

const BROKEN = refusal('计划', '文件已损坏，打不开');

const read = async (bytes: Uint8Array): Promise<string> => (await readDocument(bytes, '计划')).text;

const readSheet = (xml: string, more: Record<string, string> = {}): Promise<string> =>
  read(archive(workbookFiles(xml, more)));

describe('a workbook', () => {
  it('with one cell in the last place there is names sheet and cell, wherever it is read', async () => {
    const bytes = archive(
      workbookFiles(sheet(`<row r="1048576">${inlineCell('XFD1048576', '完')}</row>`)),
    );
    const far = refusal('计划 “汇总”表 XFD1048576', '这一格离得太远，最多读到第 20000 行、IV 列');

    expect(bytes.length).toBeLessThan(2048);
    await expect(readDocument(bytes, '计划')).rejects.toMatchObject(far);
    await expect(readSheets(bytes, '计划', ['任务'])).rejects.toMatchObject(far);
  });

  it('with a note far to the right and a total far below says how many there are', async () => {
    const rows = `<row r="3">${inlineCell('XFD3', '备注')}</row><row r="1048576"><c r="A1048576"><v>12</v></c></row>`;

    await expect(readSheet(sheet(rows))).rejects.toMatchObject(
      refusal(
        '计划 “汇总”表 XFD3',
        '这一格离得太远，最多读到第 20000 行、IV 列（这样的还有 1 格）',
      ),
    );
  });

  it.each([
    ['a prefix', `<x:row r="9"><x:c r="XFD9"><x:v>1</x:v></x:c></x:row>`],
    ['other quotes', `<row r='9'><c  s='0'\n r='XFD9' ><v>1</v></c></row>`],
    ['a row that says less', `<row r="9"><c r="XFD9"><v>1</v></c></row>`],
    ['no row number', `<row><c r="XFD9"><v>1</v></c></row>`],
  ])('finds a far cell behind %s', async (_, row) => {
    await expect(readSheet(sheet(row))).rejects.toMatchObject({
      problems: [{ place: '计划 “汇总”表 XFD9' }],
    });
  });

  it.each([
    ['a row with an exponent', `<row r="1e6"><c r="A3"><v>1</v></c></row>`],
    ['a cell with an exponent', `<row r="3"><c r="A1e6"><v>1</v></c></row>`],
    ['a row that Excel has not', `<row r="9999999"/>`],
    ['a place written as a reference', `<row r="3"><c r="&#88;FD3"><v>1</v></c></row>`],
    ['two places for one cell', `<row r="3"><c r="A3" x:r="XFD3"><v>1</v></c></row>`],
    ['attributes that are none', `<row r="3"><c r="A3"r="XFD3"><v>1</v></c></row>`],
    ['a comment without an end', `<!-- <row r="3"/>`],
    ['a tag without an end', `<row r="${'3'.repeat(300_000)}"/>`],
    ['entities of its own', `<!DOCTYPE x [<!ENTITY a "b">]>`],
    ['a text longer than a cell', `<row r="3">${inlineCell('A3', '甲'.repeat(200_001))}</row>`],
  ])('is broken with %s', async (_, rows) => {
    await expect(readSheet(sheet(rows))).rejects.toMatchObject(BROKEN);
  });

  it.each([
    ['cells that only have a style', `<row r="9"><c r="XFD9" s="0"/></row><row r="1048576"/>`, ''],
    ['merged ranges', '', '<mergeCells count="1"><mergeCell ref="A9:XFD1048576"/></mergeCells>'],
    [
      'validations',
      '',
      '<dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>',
    ],
  ])('may have %s far out', async (_, rows, tail) => {
    expect(await readSheet(sheet(rows) + tail)).toBe(TEXT);
  });

  it('may have comments far out, and lie about its size', async () => {
    const comments = '<comments><commentList><comment ref="XFD1048576"/></commentList></comments>';
    const dimension = '<dimension ref="A1:XFD1048576"/>';

    expect(await readSheet(dimension + sheet(''), { 'xl/comments1.xml': comments })).toBe(TEXT);
  });

  it('may not have too many rows without anything, over all its sheets', async () => {
    const bytes = manySheets(5, sheet('<row r="1048576"/>'));

    await expect(readDocument(bytes, '计划')).rejects.toMatchObject(
      refusal('计划 “表1”表', '到第 1048576 行才完，空行太多'),
    );
  });

  it('may not have too many cells within its bounds', async () => {
    const rows = `<row r="20000">${inlineCell('IV20000', '完')}</row>`;

    await expect(readSheet(sheet(rows))).rejects.toMatchObject(
      refusal('计划 “汇总”表', '共 20000 行、256 列，各表合计超过能读的 500000 格'),
    );
  });

  it('may not have a hundred thousand sheets, be they one', async () => {
    await expect(readDocument(manySheets(100_000, sheet('')), '计划')).rejects.toMatchObject(
      refusal('计划', '有 100000 张表，最多读 100 张'),
    );
  });

  it('may not have one long string in thousands of cells', async () => {
    const cells = Array.from(
      { length: 1000 },
      (_, at) => `<row r="${at + 3}"><c r="A${at + 3}" t="s"><v>0</v></c></row>`,
    );
    const strings = `<sst><si><t>${'甲'.repeat(30_000)}</t></si></sst>`;

    await expect(
      readSheet(sheet(cells.join('')), { 'xl/sharedStrings.xml': strings }),
    ).rejects.toMatchObject(
      refusal('计划 “汇总”表', '共 30000013 个字，各表合计超过能读的 1000000 个字'),
    );
  });

  it('may not have a format that takes for ever to look through', async () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${'['.repeat(9000)}"/></numFmts></styleSheet>`;

    await expect(readSheet(sheet(''), { 'xl/styles.xml': styles })).rejects.toMatchObject(BROKEN);
  });

  it('holds no sheet but those of its directory', async () => {
    const path = 'xl/worksheets/sheet1.xml';
    const hidden = 'xl/worksheets/hidden.bin';
    const files = workbookFiles(sheet(''));
    const far = workbookFiles(sheet(`<row r="9">${inlineCell('XFD9', '完')}</row>`));
    const bytes = archive({ ...files, [hidden]: far[path] ?? '' });
    // What the file says of itself in front of its contents, not what the directory says of it.
    Buffer.from(bytes.buffer).write(path, Buffer.from(bytes).indexOf(hidden));

    expect(await read(bytes)).toBe(TEXT);
  });
});

describe('a Word file', () => {
  const cell = (text: string, width: number): string =>
    `<w:tc><w:tcPr><w:gridSpan w:val="${width}"/></w:tcPr>${wordParagraph(text)}</w:tc>`;
  const table = (...rows: readonly string[]): string =>
    `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;

  it('has a merged cell of any width read as one', async () => {
    const body = table(cell('某区任务分解表', 1_000_000), cell('任务', 1) + cell('完成时限', 1));

    expect(await read(wordFile(body))).toBe('某区任务分解表\n任务\t完成时限\n');
  });

  it('may not have a table with too many columns, and says which', async () => {
    const body = table(cell('任务', 1)) + table(cell('任务', 1), cell('甲', 60).repeat(5));

    await expect(readDocument(wordFile(body), '计划')).rejects.toMatchObject(
      refusal('计划 第2个表第2行', '超过 256 列'),
    );
  });

  it('may not have too many cells in all its tables', async () => {
    const row = cell('甲', 64).repeat(4);
    const body = table(...Array.from({ length: 2000 }, () => row));

    await expect(readDocument(wordFile(body), '计划')).rejects.toMatchObject(
      refusal('计划 第1个表第1954行', '到这一行，各表合计超过能读的 500000 格'),
    );
  });

  it('may not have half a million paragraphs', async () => {
    const bytes = wordFile('<w:p/>'.repeat(500_000));

    expect(bytes.length).toBeLessThan(10_000);
    await expect(readDocument(bytes, '计划')).rejects.toMatchObject(
      refusal('计划', '有 500005 处段落、格式和标记，最多读 400000 处'),
    );
  });

  it('may refer to a note, but not to one note again and again', async () => {
    const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const noted = (times: number): Uint8Array =>
      wordFile(`<w:p>${reference.repeat(times)}</w:p>`, wordNotes('完成甲路。'));

    expect(await read(noted(1))).toContain('完成甲路。');
    await expect(readDocument(noted(2), '计划')).rejects.toMatchObject(BROKEN);
  });

  it('is read without its pictures', async () => {
    const data = Buffer.from('89504e470d0a1a0a', 'hex');
    const picture = new ImageRun({
      type: 'png',
      data,
      transformation: { width: 10, height: 10 },
    });
    const children = [new Paragraph({ children: [picture] }), new Paragraph('完成甲路。')];
    const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }));

    expect(await read(bytes)).toBe('完成甲路。\n');
  });
});

describe('a text file', () => {
  it('of more than a million characters is refused before its tables are looked for', async () => {
    await expect(
      readDocument(new TextEncoder().encode('|'.repeat(1_000_001)), '计划'),
    ).rejects.toMatchObject(refusal('计划', '文字超过 100 万字'));
  });
});
