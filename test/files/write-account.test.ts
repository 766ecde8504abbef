import mammoth from 'mammoth';
import { expect, it } from 'vitest';
import { left, right } from '../../functions/domain/base/table.ts';
import type { AccountPaper } from '../../functions/domain/years/account-paper.ts';
import { writeAccountDocument } from '../../functions/files/write-account.ts';

const paper: AccountPaper = {
  title: '临湘高新区2022年度工作完成情况',
  byline: '（稿，截至2023年1月6日）',
  lead: '2022年承诺工作2项。',
  parts: [
    {
      heading: '一、各单位',
      lines: ['说明。'],
      table: {
        title: '各单位完成情况',
        columns: [left('单位'), right('承诺')],
        rows: [['安环局', '2']],
      },
    },
  ],
  annex: { heading: '附表：2022年结转的工作', lines: [], table: null },
  signature: ['临湘高新区园区办', '2023年1月6日'],
};

const textOf = async (written: AccountPaper): Promise<string> => {
  const buffer = Buffer.from(await writeAccountDocument(written));
  return (await mammoth.extractRawText({ buffer })).value.replaceAll(/\n+/g, '|');
};

it('writes the paper line by line, the annex last', async () => {
  expect(await textOf(paper)).toBe(
    '临湘高新区2022年度工作完成情况|（稿，截至2023年1月6日）|2022年承诺工作2项。|一、各单位|说明。|单位|承诺|安环局|2|临湘高新区园区办|2023年1月6日|附表：2022年结转的工作|',
  );
});

it('writes a single sheet where nothing was carried over', async () => {
  expect(await textOf({ ...paper, annex: null })).not.toContain('附表');
});
