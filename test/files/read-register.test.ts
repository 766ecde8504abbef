import { describe, expect, it } from 'vitest';
import { BadInput } from '../../functions/domain/base/problems.ts';
import { directoryOf } from '../../functions/domain/contacts/contact.ts';
import type { Task } from '../../functions/domain/tasks/task.ts';
import { readRegister } from '../../functions/files/read-register.ts';
import { at, contactsOf, day } from '../support/builders.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const row = (over: object = {}): string =>
  JSON.stringify({
    id: 't-1',
    title: '建成平台',
    kind: 'milestone',
    due: '2022-06-30',
    leadUnit: '安环局',
    ...over,
  });

const context = {
  park: 'linxiang',
  plan: 2022,
  at: at('2022-06-15 08:00'),
  directory: directoryOf(contactsOf('安环局')),
};

const read = (content: Uint8Array | string, over: Partial<typeof context> = {}): readonly Task[] =>
  readRegister(typeof content === 'string' ? bytes(content) : content, '登记表.jsonl', {
    ...context,
    ...over,
  });

/** The lines a person reads when `content` is refused. */
function refusal(content: Uint8Array | string): readonly string[] {
  try {
    read(content);
  } catch (fault) {
    if (fault instanceof BadInput) return fault.message.split('\n');
    throw fault;
  }
  return [];
}

describe('a register file', () => {
  it('fills in what a row leaves out', () => {
    const [task] = read(row());
    expect(task).toMatchObject({
      start: day('2022-01-01'),
      duePrecision: 'explicit',
      originalDue: day('2022-06-30'),
      owner: 'owner@安环局',
      responsibleLeader: 'responsibleLeader@安环局',
      status: 'pendingAcceptance',
      assignment: { number: 1, at: at('2022-06-15 08:00') },
      hardness: 'must',
      shortTitle: '建成平台',
    });
  });

  it('keeps what it gives, money as integer fen', () => {
    const given = {
      start: '2022-03-01',
      responsibleLeader: 'leader',
      status: 'inProgress',
      amountCny: 300000000,
    };
    const [task] = read(row({ ...given, title: '发行政府专项债券三亿元并完成支出' }));
    expect(task).toMatchObject({
      start: day('2022-03-01'),
      responsibleLeader: 'leader',
      assignment: { number: 0 },
      amountFen: 30_000_000_000,
      shortTitle: '发行政府专项债券三亿…',
    });
  });

  it('takes a row that is due before the plan year as of the year it is due in', () => {
    const [task] = read(row({ due: '2021-03-31' }));
    expect(task?.start).toEqual(day('2021-01-01'));
  });

  it('passes over empty lines, a byte order mark and Windows line ends', () => {
    expect(read(`\uFEFF${row()}\r\n\r\n${row({ id: 't-2' })}\r\n`)).toHaveLength(2);
  });

  it.each([
    {
      what: 'an unknown kind',
      content: `${row()}\n${row({ id: 't-2', kind: 'dream' })}`,
      says: '登记表.jsonl 第 2 行 kind：无效选项',
    },
    {
      what: 'an impossible date',
      content: row({ due: '2022-02-30' }),
      says: '登记表.jsonl 第 1 行 due：“2022-02-30”不是存在的日期，应写成 2022-06-30',
    },
    {
      what: 'a due date before its start',
      content: row({ start: '2022-07-01' }),
      says: '登记表.jsonl 第 1 行 due：期限 2022-06-30 早于开始日期 2022-07-01',
    },
    {
      what: 'a due date before the start of its plan year',
      content: row({ plan: 2023 }),
      says: '登记表.jsonl 第 1 行 due：期限 2022-06-30 早于开始日期 2023-01-01',
    },
    {
      what: 'a repeated id',
      content: `${row()}\n\n${row()}`,
      says: '登记表.jsonl 第 3 行 id：编号 t-1 与第 1 行重复',
    },
    {
      what: 'a unit without a contact',
      content: row({ leadUnit: '教育局' }),
      says: '登记表.jsonl 第 1 行 leadUnit：责任单位“教育局”没有责任人的联系方式',
    },
    {
      what: 'a missing title',
      content: row({ title: undefined }),
      says: '登记表.jsonl 第 1 行 title：缺少这一项',
    },
    {
      what: 'broken JSON',
      content: `${row()}\n{"id": "t-2",\n`,
      says: '登记表.jsonl 第 2 行：不是完整的 JSON',
    },
    {
      what: 'a standing duty with a date',
      content: row({ kind: 'standing' }),
      says: '登记表.jsonl 第 1 行 due：长期事项（standing）没有期限，应写 null',
    },
    {
      what: 'a unit whose name would break a key',
      content: row({ leadUnit: '安环局#1' }),
      says: '登记表.jsonl 第 1 行 leadUnit：不能含有 # / @ 这三个符号',
    },
    { what: 'nothing in it', content: '\n\n', says: '登记表.jsonl：文件里没有任何记录' },
  ])('is refused with $what', ({ content, says }) => {
    expect(refusal(content).join('\n')).toContain(says);
  });

  it('is refused where it is not UTF-8, with the line', () => {
    const gbk = new Uint8Array([...bytes(`${row()}\n`), 0xb0, 0xb2, 0xbb, 0xb7]);
    expect(refusal(gbk)).toEqual([
      '登记表.jsonl 第 2 行：不是 UTF-8 编码。请把文件另存为 UTF-8 编码（记事本：另存为，编码选 UTF-8）。',
    ]);
  });

  it('is refused with a hundred thousand rows', () => {
    const line = bytes(`${row()}\n`);
    const content = new Uint8Array(line.length * 100_000);
    for (let rows = 0; rows < 100_000; rows += 1) content.set(line, rows * line.length);
    expect(refusal(content).join()).toContain('共 100000 行，超过一次能读入的 20000 行');
  });

  it('is refused with everything that is wrong, the first twenty and a count', () => {
    const rows = Array.from({ length: 50 }, (_, number) =>
      row({ id: `t-${number}`, kind: 'dream' }),
    );
    const lines = refusal(rows.join('\n'));
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toContain('另有 30 处问题没有列出');
  });
});
