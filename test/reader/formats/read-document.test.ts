import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readDocument } from '../../../functions/reader/formats/read-document.ts';
import { readPlan } from '../../../functions/reader/read-plan.ts';

type Brief = readonly [quote: string, due: string | null, owners: string];

const briefOf = async (bytes: Uint8Array): Promise<readonly Brief[]> =>
  readPlan(await readDocument(bytes, 'plan'), { year: 2025 }).drafts.map(
    ({ quote, due, owners }) => [quote, due, owners.join('、')],
  );

const cell = (text: string, over: { rowSpan?: number; columnSpan?: number } = {}): TableCell =>
  new TableCell({ children: text.split('\n').map((line) => new Paragraph(line)), ...over });

describe('a Word file', () => {
  it('keeps its tables, a merged cell holding for every row it covers', async () => {
    const table = new Table({
      rows: [
        new TableRow({
          children: ['序号', '工作任务', '责任单位', '完成时限'].map((text) => cell(text)),
        }),
        new TableRow({
          children: [
            cell('1'),
            cell('完成甲路改造'),
            cell('区住建局\n区城管局', { rowSpan: 2 }),
            cell('6月底前'),
          ],
        }),
        new TableRow({ children: [cell('2'), cell('新建公厕3座'), cell('9月底前')] }),
      ],
    });
    const bytes = await Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              new Paragraph('某区2025年任务分解表'),
              table,
              new Paragraph('年底前完成验收。'),
            ],
          },
        ],
      }),
    );

    expect(await briefOf(bytes)).toEqual([
      ['完成甲路改造', '2025-06-30', '区住建局、区城管局'],
      ['新建公厕3座', '2025-09-30', '区住建局、区城管局'],
      ['年底前完成验收', '2025-12-31', ''],
    ]);
  });
});

describe('a workbook', () => {
  it('has its header found below a title, dates read as dates, blanks as the row above', async () => {
    const header = ['序号', '工作任务', '牵头单位', '完成时限'].map((value) => ({ value }));
    const day = { value: new Date(Date.UTC(2025, 5, 30)), type: Date, format: 'yyyy-mm-dd' };
    const rows = [
      [{ value: '某区2025年重点任务分解表' }],
      header,
      [{ value: 1, type: Number }, { value: '完成甲路改造' }, { value: '区住建局' }, day],
      [
        { value: 2, type: Number },
        { value: '1.建成乙公园\n2.新建公厕3座' },
        null,
        { value: '1.9月底\n2.11月底' },
      ],
    ];
    const { toBuffer } = writeXlsxFile(rows);

    expect(await briefOf(await toBuffer())).toEqual([
      ['完成甲路改造', '2025-06-30', '区住建局'],
      ['建成乙公园', '2025-09-30', '区住建局'],
      ['新建公厕3座', '2025-11-30', '区住建局'],
    ]);
  });
});

describe('a text file', () => {
  it('in GB18030 is read as such', async () => {
    // 完成甲路 in GB18030
    const bytes = Uint8Array.from([0xcd, 0xea, 0xb3, 0xc9, 0xbc, 0xd7, 0xc2, 0xb7]);

    expect((await readDocument(bytes, 'plan.txt')).text).toBe('完成甲路');
  });

  it.each([
    [
      'bars',
      '| 任务 | 责任单位 | 完成时限 |\n| --- | --- | --- |\n| 建成乙公园 | 区住建局 | 9月底 |',
    ],
    ['tabs', '任务\t责任单位\t完成时限\n建成乙公园\t区住建局\t9月底'],
    ['blanks', '任务　　责任单位　　完成时限\n建成乙公园　　区住建局　　9月底'],
    [
      'drawn lines',
      '┌──┬──┬──┐\n│任务│责任单位│完成时限│\n├──┼──┼──┤\n│建成乙公园│区住建局│9月底│',
    ],
  ])('has tables drawn with %s', async (_, text) => {
    expect(await briefOf(new TextEncoder().encode(text))).toEqual([
      ['建成乙公园', '2025-09-30', '区住建局'],
    ]);
  });

  it('has indicator tables, value and unit in cells of their own', async () => {
    const text =
      '指标名称\t单位\t目标值\t责任单位\n规上工业总产值\t亿元\t160\t区工信局\n规上工业增加值增速\t%\t8\t区统计局';
    const { drafts } = readPlan(await readDocument(new TextEncoder().encode(text), 'plan'), {
      year: 2025,
    });

    expect(drafts).toMatchObject([
      {
        kind: 'target',
        metric: { value: 160, unit: '亿元', comparator: 'eq' },
        amountCny: 16_000_000_000,
        owners: ['区工信局'],
      },
      {
        kind: 'target',
        metric: { value: 8, unit: '%', comparator: 'growth' },
        amountCny: null,
        owners: ['区统计局'],
      },
    ]);
  });

  it('has columns for the quarters', async () => {
    const text = '项目\t一季度\t二季度\t责任单位\n甲路改造\t完成招标\t完成路基施工\t区住建局';

    expect(await briefOf(new TextEncoder().encode(text))).toEqual([
      ['完成招标', '2025-03-31', '区住建局'],
      ['完成路基施工', '2025-06-30', '区住建局'],
    ]);
  });
});

describe('what nobody sees in a plan', () => {
  const hidden = '2025年工作\u202e计划\n\n6月底\u200b前完成甲\u2066路\u0007改造\u2028和验收。\n';
  const seen = '2025年工作计划\n\n6月底前完成甲路改造 和验收。\n';

  it('is not in a text that was read, so that quotes and titles have none of it', async () => {
    const { text } = await readDocument(new TextEncoder().encode(hidden), '计划.txt');
    expect(text).toBe(seen);
    const [draft] = readPlan({ text, tables: [] }, { year: 2025 }).drafts;
    expect(Array.from(text).slice(draft?.start, draft?.end).join('')).toBe(draft?.quote);
    expect(draft?.title).toBe('6月底前完成甲路改造和验收');
  });

  it('leaves the places of a file alone that only begins with its mark', async () => {
    const { text } = await readDocument(new TextEncoder().encode(`\ufeff${seen}`), '计划.txt');
    expect(text).toBe(`\ufeff${seen}`);
  });

  it('is not in a Word file or a workbook either', async () => {
    const children = ['6月底\u200b前完成甲\u2066路改造。'].map((text) => new Paragraph(text));
    const word = await Packer.toBuffer(new Document({ sections: [{ children }] }));
    expect((await readDocument(word, '计划.docx')).text).toBe('6月底前完成甲路改造。\n');
    const rows = ['事项\u202e', '甲\u200b路'].map((value) => [{ value }, { value: '6月' }]);
    const workbook = await writeXlsxFile([{ sheet: '表', data: rows }]).toBuffer();
    const { text, tables } = await readDocument(workbook, '计划.xlsx');
    expect(text).toBe('事项\t6月\n甲路\t6月\n');
    const [first] = tables[0]?.rows[1] ?? [];
    expect(text.slice(first?.start, first?.end)).toBe('甲路');
  });
});
