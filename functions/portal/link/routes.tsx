import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { TaskId } from '../../domain/base/ids.ts';
import { own } from '../../domain/base/own.ts';
import { tellApart } from '../../flows/context/tell-apart.ts';
import { returnsOfLink } from '../../flows/reporting/form-of-contact.ts';
import { type LinkMove, moveByLink, signAll } from '../../flows/tasks/answer-link.ts';
import { type Opened, openLink, type Valid } from '../../flows/tasks/open-link.ts';
import { readRow } from '../../flows/views/board.ts';
import { textFields } from '../http/forms.ts';
import type { Portal } from '../http/portal.ts';
import { shown } from '../http/shown.ts';
import { attempted, type Refused, statusOf } from '../register/move-form.ts';
import { openReturns, sendReturns } from '../reporting/desk.tsx';
import { ProblemPage } from '../ui/problem-page.tsx';
import { limiter, type Rate } from './limiter.ts';
import { PassedOnPage, type PhoneItem, PhoneItemPage, PhoneListPage } from './phone-page.tsx';
import { linkDesk } from './reporting-desk.tsx';

/** From one address: many people may share it, but nobody guesses codes so. */
const KNOCKS: Rate = { burst: 120, perMinute: 60 };

/** With one link: a person presses far less often. */
const PRESSES: Rate = { burst: 20, perMinute: 10 };

/**
 * The pages behind a message's link. The code in the address is all that they ask for, and opening
 * one changes nothing.
 */
export function linkPages(portal: Portal): Hono {
  const { needs } = portal;
  const app = new Hono();
  app.use('/:code/*', bounded(portal));
  app.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
    context.header('X-Robots-Tag', 'noindex');
  });

  app.get('/:code', (context) =>
    whileValid(context, async (opened) => {
      const apart = await apartIn(opened);
      const items = await Promise.all(opened.items.map((item) => withLamp(opened, item, apart)));
      const [only] = items;
      const returns = await returnsOfLink(opened);
      const isForm = items.every(({ isReturnAlone }) => isReturnAlone) && returns.length > 0;
      if (isForm) return openReturns(context, linkDesk(context, portal, opened));
      if (only && items.length === 1) return itemPage(context, opened, only, null);
      const said = context.req.query('ok');
      return shown(context, <PhoneListPage {...{ opened, items, returns, said }} />);
    }),
  );

  app.post('/:code/sign', (context) =>
    whileValid(context, async (opened) => {
      await signAll(opened);
      return context.redirect(`/a/${opened.link.code}?ok=signed`, 303);
    }),
  );

  const onForm = (handle: typeof openReturns) => (context: Context) =>
    whileValid(context, (opened) => handle(context, linkDesk(context, portal, opened)));
  app.get('/:code/returns', onForm(openReturns)).post('/:code/returns', onForm(sendReturns));

  app.get('/:code/:task', (context) =>
    whileValid(context, (opened) => oneItem(context, opened, partsOf(context).task, null)),
  );

  app.post('/:code/:task', async (context) => {
    const { code, task } = partsOf(context);
    const wish = { opened: await openLink(code, needs), task };
    const moved = await tried(portal, wish, await textFields(context));
    // What is refused is answered from how it stands now: others may have been quicker.
    if ('act' in moved) return whileValid(context, (now) => oneItem(context, now, task, moved));
    return context.redirect(`/a/${code}/${task}?ok=${moved.done}`, 303);
  });
  return app;

  /** Answers with what `use` makes of a link that may be used, or says why this one may not. */
  async function whileValid(
    context: Context,
    use: (opened: Valid) => Response | Promise<Response>,
  ): Promise<Response> {
    const opened = await openLink(context.req.param('code') ?? '', needs);
    return opened.state === 'valid' ? use(opened) : ended(context, opened);
  }

  async function oneItem(
    context: Context,
    opened: Valid,
    task: TaskId,
    refused: Refused | null,
  ): Promise<Response> {
    const item = opened.items.find(({ stored }) => stored.task.id === task);
    if (item)
      return itemPage(
        context,
        opened,
        await withLamp(opened, item, await apartIn(opened)),
        refused,
      );
    if (!opened.passedOn.includes(task)) return context.notFound();
    const said = context.req.query('ok');
    const page = <PassedOnPage opened={opened} said={said} isRefused={refused !== null} />;
    return shown(context, page, 410);
  }

  function itemPage(
    context: Context,
    opened: Valid,
    item: PhoneItem,
    refused: Refused | null,
  ): Response | Promise<Response> {
    const said = context.req.query('ok');
    const view = { opened, item, said, refused, nonce: needs.newId() };
    return shown(context, <PhoneItemPage {...view} />, statusOf(refused));
  }
}

/** Refuses whoever asks too often from one address, or presses too often under one link. */
function bounded(portal: Portal): MiddlewareHandler {
  const mayKnock = limiter(KNOCKS);
  const mayPress = limiter(PRESSES);
  return (context, next) => {
    const { code = '' } = context.req.param() as { code?: string };
    const now = portal.realNow();
    const isPress = context.req.method === 'POST';
    if (!mayKnock(portal.addressOf(context), now) || (isPress && !mayPress(code, now))) {
      throw new HTTPException(429);
    }
    return next();
  };
}

type Apart = Awaited<ReturnType<typeof tellApart>>;

/** How the tasks of a message are told apart, on each of its pages as in itself. */
const apartIn = ({ run, items }: Valid): Promise<Apart> =>
  tellApart(
    run,
    items.map(({ stored }) => stored.task),
  );

const withLamp = async (
  { run }: Valid,
  item: Valid['items'][number],
  apart: Apart,
): Promise<PhoneItem> => ({
  ...item,
  stored: { ...item.stored, task: apart(item.stored.task) },
  lamp: (await readRow(run, item.stored)).lamp,
});

/** Which move each answer of the phone page stands for. */
const actOf: Readonly<Record<string, LinkMove['act']>> = {
  late: 'requestExtension',
  done: 'submit',
  notMine: 'disown',
};

/** The link and the task that an address names. */
const partsOf = ({ req }: Context): { readonly code: string; readonly task: TaskId } => ({
  code: req.param('code') ?? '',
  task: TaskId.parse(req.param('task') ?? ''),
});

/** Makes the move that the form says; answers what was done, or with the form. */
function tried(
  { needs }: Portal,
  { opened, task }: { readonly opened: Opened; readonly task: TaskId },
  fields: Readonly<Record<string, string>>,
): Promise<{ readonly done: string } | Refused> {
  const act = own(actOf, fields['is'] ?? '') ?? 'report';
  const progress = fields['other'] || fields['progress'] || '';
  return attempted(act, { ...fields, progress }, async ({ move, why }) => {
    const key = fields['key'] ?? needs.newId();
    await moveByLink(opened, { task, move: move as LinkMove, why, key });
    return { done: act };
  });
}

const endings = {
  unknown: { title: '没有这个链接', line: '请核对地址，或从提醒里直接打开。' },
  expired: { title: '链接已过期', line: '请打开最近一条提醒里的链接。' },
  revoked: { title: '链接已作废', line: '园区办收回了这个链接，请打开最近一条提醒里的链接。' },
  moved: {
    title: '链接已作废',
    line: '收到这条提醒的岗位换了地址或单位，旧链接不再有效。请打开最近一条提醒里的链接。',
  },
} as const;

function ended(context: Context, opened: Exclude<Opened, Valid>): Response | Promise<Response> {
  const { title, line } = endings[opened.state];
  const lines = [line, '什么都没有改动。仍有疑问，请联系园区办。'];
  const page = <ProblemPage title={title} lines={lines} ways={[{ href: '/', name: '登录办理' }]} />;
  return shown(context, page, opened.state === 'unknown' ? 404 : 410);
}
