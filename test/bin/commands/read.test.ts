import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPlanFile } from '../../../bin/commands/read.ts';
import { BadInput } from '../../../functions/domain/base/problems.ts';

const PLAN = `某园区2023年工作计划
一要抓好建设。6月底前，要完成污水处理平台建设任务。新增规上企业26家。坚持科学规划。
`;

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ruqi-read-'));
});

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function run(
  ...args: readonly string[]
): Promise<{ code: number; out: string[]; err: string[] }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await readPlanFile.run(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out, err };
}

async function refusal(...args: readonly string[]): Promise<string> {
  const fault = await run(...args).catch((thrown: unknown) => thrown);
  return fault instanceof BadInput ? fault.message : `no refusal: ${JSON.stringify(fault)}`;
}

describe('ruqi read', () => {
  it('writes one JSON line a promise, and what it left out on standard error', async () => {
    const { code, out, err } = await run(await file('plan.txt', PLAN));

    expect(code).toBe(0);
    expect(out.map((line) => JSON.parse(line))).toMatchObject([
      {
        id: 'p23-001',
        area: 1,
        quote: '6月底前，要完成污水处理平台建设任务',
        kind: 'milestone',
        due: '2023-06-30',
        duePrecision: 'explicit',
      },
      {
        id: 'p23-002',
        quote: '新增规上企业26家',
        kind: 'target',
        metric: { value: 26, unit: '家' },
      },
    ]);
    expect(err).toContain('- 坚持科学规划（口号和原则）');
  });

  it('keeps the fields of the exchange format in their order', async () => {
    const { out } = await run(await file('plan.txt', PLAN));

    expect(Object.keys(JSON.parse(out[0] ?? '{}'))).toEqual(
      'id area quote title kind due duePrecision metric amountCny counterpart hardness start end owners support recurrence rules questions'.split(
        ' ',
      ),
    );
  });

  it.each(['table', 'md'])(
    'prints a %s for people, with what was left out below it',
    async (format) => {
      const { out } = await run(await file('plan.txt', PLAN), '--format', format);

      expect(out[0]).toContain('编号');
      expect(out.join('\n')).toContain('共2条任务');
      expect(out.join('\n')).toContain('坚持科学规划（口号和原则）');
    },
  );

  it('compares with what was read before', async () => {
    const path = await file('plan.txt', PLAN);
    const old = await file('old.jsonl', (await run(path)).out.join('\n'));
    const amended = await file(
      'new.txt',
      PLAN.replace('26家', '30家').replace(
        '6月底前，要完成污水处理平台建设任务。',
        '3月底前出台奖励办法。',
      ),
    );

    expect((await run(path, '--against', old)).code).toBe(0);
    const { code, out } = await run(amended, '--against', old);
    expect(code).toBe(1);
    expect(out.map((line) => JSON.parse(line)).map(({ change, id }) => `${change} ${id}`)).toEqual([
      'added p23-003',
      'changed p23-002',
      'withdrawn p23-001',
    ]);
  });

  it('says so when a document holds no promise', async () => {
    const { code, err } = await run(await file('none.txt', '2023年，天气很好。'), '--year', '2023');

    expect(code).toBe(1);
    expect(err.at(-1)).toContain('没有读出任何任务');
  });

  it.each([
    ['no file', [], '没有写明要读哪个文件'],
    ['two files', ['a', 'b'], '一次只能读一个文件'],
    ['an unknown option', ['a', '--loud'], '没有这个选项'],
    ['a year that is none', ['a', '--year', '22'], '不是年份'],
    ['a format that is none', ['a', '--format', 'xml'], '没有“xml”这种格式'],
    ['a file that is not there', ['/nowhere/plan.txt'], '没有这个文件'],
    ['a folder', [tmpdir()], '这是文件夹'],
  ])('refuses %s', async (_, args, message) => {
    expect(await refusal(...args)).toContain(message);
  });

  it.each([
    ['an old Word file', [0xd0, 0xcf, 0x11, 0xe0, 0], '另存为 .docx'],
    ['a PDF', [0x25, 0x50, 0x44, 0x46], '这是 PDF 文件'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47], '这是图片'],
    ['a broken archive', [0x50, 0x4b, 3, 4, 0], '文件已损坏，打不开'],
    ['an archive of something else', [...zipSync({ 'a.txt': new Uint8Array(3) })], '不是文字文件'],
    ['bytes that are no text', [0, 1, 2, 0xff, 0xfe], '不是文字文件'],
    ['an empty file', [], '文件里没有文字'],
  ])('refuses %s', async (_, bytes, message) => {
    expect(await refusal(await file('odd', Uint8Array.from(bytes)), '--year', '2023')).toContain(
      message,
    );
  });

  it('refuses more than 50 MB', async () => {
    expect(await refusal(await file('big.txt', new Uint8Array(50 * 1024 * 1024 + 1)))).toContain(
      '超过 50 MB',
    );
  });

  it('refuses a plan of an unknown year', async () => {
    expect(await refusal(await file('undated.txt', '完成甲路改造。'))).toContain(
      '没有找到计划年份',
    );
  });

  it('names the line of a register that is none', async () => {
    const old = await file('bad.jsonl', '{"id":"a"}\nnot json');

    expect(await refusal(await file('plan.txt', PLAN), '--against', old)).toContain(
      'bad.jsonl 第2行',
    );
  });
});
