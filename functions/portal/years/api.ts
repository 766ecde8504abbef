import { z } from 'zod';
import { maySeeAccount } from '../../domain/tasks/read-permissions.ts';
import { undecidedOf } from '../../domain/years/account-words.ts';
import { YearAccount } from '../../domain/years/year-account.ts';
import { accountOf } from '../../flows/years/year-account-of.ts';
import { found, type Operation, operation } from '../api/operation.ts';
import { loose, YearNumber } from '../http/query.ts';

const OneAccount = YearAccount.omit({ park: true }).extend({
  isDraft: z.boolean().describe('是否是稿：还没有封账，数字还会变'),
  undecided: z.int().describe('还没有定的工作和指标'),
});

const readAccount = operation({
  verb: 'get',
  path: '/years/{year}/account',
  operationId: 'readYearAccount',
  summary: '年度账目：承诺的工作怎样了，按单位、按原定期限和现行期限',
  answer: { name: 'YearAccount', schema: OneAccount, description: '年度账目' },
  refusals: [],
  may: maySeeAccount,
  run: async ({ context, run, part }) => {
    const year = found(loose(YearNumber).parse(part('year')));
    const { account, isDraft } = await accountOf(run, year);
    const undecided = isDraft ? undecidedOf(account) : 0;
    return context.json(OneAccount.parse({ ...account, isDraft, undecided }));
  },
});

/** What can be read of a year as a whole. */
export const accounts: readonly Operation[] = [readAccount];
