import { Hono } from 'hono';
import { maySeeAccount } from '../../domain/tasks/read-permissions.ts';
import { accountDocument, accountOf } from '../../flows/years/year-account-of.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import type { Env, Portal } from '../http/portal.ts';
import { loose, YearNumber } from '../http/query.ts';
import { shown } from '../http/shown.ts';
import { AccountPage } from './account-page.tsx';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The account of each year, to be read, printed or kept. */
export function accountPages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/:year/account', async (context) => {
    const year = seenYear(context);
    if (year === undefined) return context.notFound();
    const read = await accountOf(context.var.run, year);
    return shown(context, <AccountPage frame={frameOf(context, portal)} read={read} />);
  });
  app.get('/:year/account.docx', async (context) => {
    const year = seenYear(context);
    if (year === undefined) return context.notFound();
    const body = Uint8Array.from(await accountDocument(context.var.run, year));
    const name = encodeURIComponent(`${year}年度账目.docx`);
    return context.body(body, 200, {
      'Content-Type': DOCX,
      'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
    });
  });
  return app;
}

/** The year of the address; undefined where it is none, or the viewer may not see it. */
const seenYear = (context: Desk): number | undefined =>
  maySeeAccount(context.var.viewer)
    ? loose(YearNumber).parse(context.req.param('year'))
    : undefined;
