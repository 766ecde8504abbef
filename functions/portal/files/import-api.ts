import { reports } from '../../domain/tasks/permissions.ts';
import { importFunding, importTargets } from '../../flows/files/import-workbooks.ts';
import { givenIn, ImportedBody, WorkbookBody } from '../api/file-schemas.ts';
import { type Operation, operation } from '../api/operation.ts';
import { bookerOf } from '../http/posts.ts';

/** A call that takes a workbook. */
const importing = (
  what: '/targets' | '/funding',
  operationId: string,
  take: typeof importTargets,
): Operation =>
  operation({
    verb: 'post',
    path: `${what}/imports`,
    operationId,
    summary: '交回填好的工作簿；有一格不对就什么也不导入，除非只要没有问题的行',
    body: { name: 'Workbook', schema: WorkbookBody },
    answer: { name: 'Imported', schema: ImportedBody, description: '导入了多少' },
    refusals: [409],
    may: reports,
    run: async ({ context, run, body, portal }) => {
      const given = givenIn(body, portal);
      const booker = bookerOf(context, '接口');
      const workbook = { ...given, onlyGood: body.onlyGood, isChecked: body.confirm };
      return context.json(await take(run, booker, workbook));
    },
  });

/** The workbooks that come in. */
export const imports: readonly Operation[] = [
  importing('/targets', 'importTargets', importTargets),
  importing('/funding', 'importFunding', importFunding),
];
