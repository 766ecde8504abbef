import { Hono } from 'hono';
import { BadInput } from '../../domain/base/problems.ts';
import { sorted } from '../../domain/papers/board.ts';
import { filtered } from '../../domain/papers/task-filter.ts';
import {
  fundingWorkbook,
  itemsWorkbook,
  targetsWorkbook,
} from '../../flows/files/export-workbooks.ts';
import { readBoard, rowsIn } from '../../flows/views/board.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import type { Env, Portal } from '../http/portal.ts';
import { viewOf } from '../http/query.ts';
import { askedYear } from '../http/year.ts';
import { dueCalendar } from './due-calendar.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What one sees as files to keep: the same rows in the same order as on the page. */
export function exportPages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/items.xlsx', async (context) =>
    file(context, await itemsWorkbook(await rowsOf(context, portal), context.var.run), {
      name: '任务清单.xlsx',
      type: XLSX,
    }),
  );

  app.get('/items.ics', async (context) => {
    const { park, now } = context.var.run;
    const about = { parkName: park.name, pages: new URL(context.req.url).origin, now };
    const name = '到期事项.ics';
    const calendar = dueCalendar(await rowsOf(context, portal), about);
    if (calendar === null) {
      const message = '按现在的筛选，没有还没办结、定了期限的事项';
      throw new BadInput([{ place: name, message, remedy: '请放宽筛选，再下载' }]);
    }
    return file(context, calendar, { name, type: 'text/calendar; charset=utf-8' });
  });

  app.get('/targets.xlsx', async (context) => {
    const { run, viewer } = context.var;
    const workbook = await targetsWorkbook(run, viewer, askedYear(context));
    return file(context, workbook, { name: '年度指标.xlsx', type: XLSX });
  });

  app.get('/funding.xlsx', async (context) => {
    const { run, viewer } = context.var;
    const workbook = await fundingWorkbook(run, viewer, askedYear(context));
    if (!workbook) return context.notFound();
    return file(context, workbook, { name: '资金.xlsx', type: XLSX });
  });
  return app;
}

/** The rows that the register page shows under the same address. */
async function rowsOf(context: Desk, portal: Portal): Promise<Parameters<typeof itemsWorkbook>[0]> {
  const { run, viewer } = context.var;
  const { filter, order, isEarlier } = viewOf(context.req.query());
  const board = await readBoard(run, viewer, askedYear(context));
  const { today } = frameOf(context, portal);
  return sorted(filtered(rowsIn(board, isEarlier), filter, today), order);
}

/** Sends `body` as a file of that name (RFC 6266, RFC 8187). */
const file = (
  context: Desk,
  body: string | Uint8Array,
  { name, type }: { readonly name: string; readonly type: string },
): Response =>
  context.body(typeof body === 'string' ? body : Uint8Array.from(body), 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
