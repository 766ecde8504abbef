import { Hono } from 'hono';
import { refreshed } from '../../flows/context/open-context.ts';
import { type ParkContext, readTasks } from '../../flows/context/park-context.ts';
import { answerReturns } from '../../flows/reporting/answer-form.ts';
import { returnsOfPost } from '../../flows/reporting/form-of-contact.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import type { Env, Portal } from '../http/portal.ts';
import { bookerOf } from '../http/posts.ts';
import { Page } from '../ui/page.tsx';
import { openReturns, sendReturns } from './desk.tsx';
import type { ReturnDesk } from './return-desk.ts';

/** The reporting form of the signed-in post. */
export function returnPages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/', (context) => openReturns(context, deskOf(context, portal)));
  app.post('/', (context) => sendReturns(context, deskOf(context, portal)));
  return app;
}

function deskOf(context: Desk, portal: Portal): ReturnDesk {
  const { ports } = portal;
  const { run, viewer } = context.var;
  const returnsNow = async (at: ParkContext): ReturnType<ReturnDesk['items']> =>
    returnsOfPost(at, viewer, await readTasks(at));
  return {
    run,
    address: '/returns',
    addressOf: (id) => `/items/${id}`,
    items: () => returnsNow(run),
    itemsAfter: async () => returnsNow(await refreshed(run)),
    answer: (answers, key) => answerReturns(run, bookerOf(context), answers, { key }),
    newId: ports.newId,
    nothing: { title: '现在没有要反馈的', words: '到了反馈日以前，会发通知。' },
    around: (title, body) => (
      <Page frame={frameOf(context, portal)} title={title}>
        <div class="reporting-form">{body}</div>
      </Page>
    ),
  };
}
