import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../functions/domain/sources/account.ts';
import { account } from '../../functions/reader/account.ts';
import { readPlan } from '../../functions/reader/read-plan.ts';
import { documentOfText } from '../../functions/reader/tables/text-tables.ts';
import { realPlan } from '../support/plans.ts';

const accountOf = (text: string): Account => {
  const { drafts, skipped } = readPlan(documentOfText(text), { year: 2022 });
  return account(text, drafts, skipped);
};

/** Each piece of a text with its fate and reason. */
const fatesOf = (text: string): readonly (readonly string[])[] =>
  accountOf(text).sentences.flatMap(({ pieces }) =>
    pieces.map((piece) => [
      piece.text,
      piece.fate,
      piece.fate === 'draft' ? piece.ids.join() : piece.reason,
    ]),
  );

/** Every sentence and every piece begins where the one before ended. */
function expectTiled(text: string, { sentences, total, counts, unaccounted }: Account): void {
  const pieces = sentences.flatMap((sentence) => sentence.pieces);
  expect(sentences.map((each) => each.text).join('')).toBe(text);
  expect(pieces.map((each) => each.text).join('')).toBe(text);
  for (const [index, { start }] of pieces.entries()) {
    expect(start).toBe(index === 0 ? 0 : pieces[index - 1]?.end);
  }
  expect(total).toBe(Array.from(text).length);
  expect(counts.draft + counts.part + counts.passed).toBe(total);
  expect(unaccounted).toBe(0);
  for (const { fate, reason, ids } of pieces) {
    expect(fate === 'draft' ? ids.length > 0 : reason !== '').toBe(true);
  }
}

describe('the account of a plan', () => {
  it('says what became of each sentence, in place, and why', () => {
    const text =
      '2022年工作计划\n一、安全环保\n环保是大事，安环局要在6月底前完成平台建设，提升安全素质。\n' +
      '2021年完成了验收。\n责任单位：安环局\n—3—\n';
    expect(fatesOf(text)).toEqual([
      ['2022年工作计划\n', 'part', '标题，记作下面各条的所属工作'],
      ['一、安全环保\n', 'part', '标题，记作下面各条的所属工作'],
      ['环保是大事', 'passed', '介绍情况，没有要做的事'],
      ['，', 'part', '草稿前后的连接字和标点'],
      ['安环局要在6月底前完成平台建设', 'draft', 'p22-001'],
      ['，', 'part', '草稿前后的连接字和标点'],
      ['提升安全素质', 'passed', '只说目的或效果'],
      ['。\n', 'part', '草稿前后的连接字和标点'],
      ['2021年完成了验收。\n', 'passed', '说的是已经过去的事'],
      ['责任单位：安环局\n', 'part', '写明责任单位'],
      ['—3—\n', 'passed', '页码或排版留下的字'],
    ]);
  });

  it('counts a heading without drafts below it as passed over', () => {
    const text = '一、形势\n规划是发展的“龙头”。\n二、任务\n安环局要在6月底前完成平台建设。';
    const [heading, , other] = accountOf(text).sentences;
    expect(heading).toMatchObject({ fate: 'passed', pieces: [{ reason: '标题' }] });
    expect(other).toMatchObject({ fate: 'part' });
  });

  it('counts a label as part of the draft that follows it', () => {
    const text = '重点抓好以下工作：\n安环局要在6月底前完成平台建设。';
    expect(fatesOf(text)[0]?.slice(1)).toEqual(['part', '引出下面的草稿']);
    expect(fatesOf('重点抓好以下工作：\n')[0]?.slice(1)).toEqual(['passed', '引出下文的话']);
  });

  it('counts a character outside the basic plane once', () => {
    const text = '𠮷路要在6月底前建成。';
    const { sentences, total } = accountOf(text);
    expect(total).toBe(Array.from(text).length);
    expectTiled(text, accountOf(text));
    expect(sentences).toHaveLength(1);
  });

  it('does not end a sentence inside a draft', () => {
    const text = '完成平台建设。\n并投入使用。';
    const { sentences } = account(text, [{ id: 'p22-001', start: 0, end: 13 }], []);
    expect(sentences.map((each) => each.text)).toEqual([text]);
  });

  it('leaves nothing out of the real plan', async () => {
    const text = new TextDecoder().decode(await realPlan());
    const told = accountOf(text);
    expectTiled(text, told);
    expect(told.counts.draft).toBeGreaterThan(told.total / 2);
    const { length: unread } = told.sentences
      .flatMap(({ pieces }) => pieces)
      .filter(({ reason }) => reason === '没有读出要做的事');
    expect(unread).toBe(0);
  });

  it.each([
    '序号\t工作任务\t责任单位\t完成时限\n1\t完成平台建设\t安环局\t2022年6月底前\n',
    '| 任务 | 单位 |\n|---|---|\n| 6月底前完成平台建设 | 安环局 |\n说明。',
    '',
    ' \n\n ',
    '   6月底前完成平台建设',
    '“6月底前。完成平台建设。”他说。\r\n好！吗？',
  ])('tiles %j', (text) => {
    expectTiled(text, accountOf(text));
  });

  const piece = fc.constantFrom(
    ...'一、|（一）|1.|安环局|要在|6月底前|完成|平台建设|，|。|；|\n|\r\n|\t| |“|”|（|）|：|！'.split(
      '|',
    ),
    ...'牵头单位：|去年|已完成|𠮷|[bookmark: _GoBack]|—3—|重点抓好以下工作|环境保护方面'.split('|'),
  );
  test.prop([fc.array(piece, { maxLength: 60 })])('tiles any text', (pieces) => {
    const text = pieces.join('');
    expectTiled(text, accountOf(text));
  });

  const range = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => ({
    start: Math.min(a, b),
    end: Math.max(a, b),
  }));
  test.prop([fc.array(range, { maxLength: 6 }), fc.array(range, { maxLength: 6 })])(
    'tiles a text with drafts and passed words anywhere',
    (drafts, passed) => {
      const text = '一、任务。安环局要在6月底前完成。\n\n“建。成”平台，提升素质！好的。\n完';
      const listed = drafts.map((each, index) => ({ ...each, id: `p22-${index}` }));
      const skipped = passed.map((each) => ({ ...each, quote: '', rule: 'skip.heading' }));
      expectTiled(text, account(text, listed, skipped));
    },
  );
});
