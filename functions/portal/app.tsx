import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { Conflict, NotSaved } from '../domain/base/faults.ts';
import { Day } from '../domain/base/parsing.ts';
import { BadInput } from '../domain/base/problems.ts';
import { problem as apiProblem, problemOf } from './api/problem.ts';
import { api } from './api-app.ts';
import { bulletinPages } from './bulletins/routes.tsx';
import { contactPages } from './contacts/routes.tsx';
import { exportPages } from './files/export-routes.ts';
import { importPages } from './files/import-routes.tsx';
import { fundingPages } from './funding/routes.tsx';
import { textFields } from './http/forms.ts';
import { onlyLoopback, safePath, signedIn } from './http/guard.ts';
import type { Env, Portal } from './http/portal.ts';
import { shown } from './http/shown.ts';
import { largestUploadBody } from './http/uploads.ts';
import { linkPages } from './link/routes.tsx';
import { gapPages, withGap } from './messages/gap-routes.ts';
import { messagePages } from './messages/routes.tsx';
import { policyPages } from './policy/routes.tsx';
import { deskPages } from './register/routes.tsx';
import { taskPages } from './register/task-routes.tsx';
import { returnPages } from './reporting/routes.tsx';
import { settingsPages } from './settings/routes.tsx';
import { signInPages } from './sign-in/routes.tsx';
import { planPages } from './sources/routes.tsx';
import { targetPages } from './targets/routes.tsx';
import { type Asset, script, style } from './ui/assets.ts';
import { ProblemPage, sentence } from './ui/problem-page.tsx';

/** A form's fields are short; only what is uploaded is not. */
const LARGEST_FORM = 64 * 1024;

/** Where a file may come with a form or a call. */
const UPLOADS: ReadonlySet<string> = new Set([
  '/plans',
  '/targets/import',
  '/funding/import',
  '/api/v1/plans',
  '/api/v1/targets/imports',
  '/api/v1/funding/imports',
]);

const atMost = (maxSize: number): MiddlewareHandler =>
  bodyLimit({ maxSize, onError: () => Promise.reject(new HTTPException(413)) });

/** Refuses what is too large before it is read. */
function bounded(portal: Portal): MiddlewareHandler {
  const forms = atMost(LARGEST_FORM);
  const uploads = atMost(largestUploadBody(portal));
  return (context, next) => (UPLOADS.has(context.req.path) ? uploads : forms)(context, next);
}

/** Asked for under an address that changes with its content. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * The pages of a park: the same on a laptop and as a function. Whatever is not opened to everybody
 * above the guard asks who is there.
 */
export function portalApp(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  app.onError((fault, context) => answerFault(fault, context, portal));
  app.notFound((context) =>
    problem(context, 404, {
      title: '没有这一页',
      lines: ['地址可能写错了，或这一项不在您的权限内。'],
    }),
  );
  app.use('/a/*', secureHeaders({ ...headers, referrerPolicy: 'no-referrer' }));
  app.use(secureHeaders(headers));
  app.use(bounded(portal));
  if (portal.signIn.kind === 'chooseRole') app.use(onlyLoopback);
  for (const asset of [style, script]) app.get(asset.path, (context) => serve(context, asset));
  app.get('/healthz', (context) => context.text('ok'));
  app.route('/a', linkPages(portal));

  app.use(csrf());
  app.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'private, no-store');
  });
  app.route('/', signInPages(portal));
  app.use(signedIn(portal));
  app.use(withGap(portal));
  addDemo(app, portal);
  app.route('/api/v1', api(portal));
  app.route('/', gapPages(portal));
  app.route('/', deskPages(portal));
  app.route('/', exportPages(portal));
  app.route('/items', taskPages(portal));
  app.route('/', importPages(portal));
  app.route('/targets', targetPages(portal));
  app.route('/funding', fundingPages(portal));
  app.route('/returns', returnPages(portal));
  app.route('/messages', messagePages(portal));
  app.route('/plans', planPages(portal));
  app.route('/settings', settingsPages(portal));
  app.route('/settings/policy', policyPages(portal));
  app.route('/settings', contactPages(portal));
  app.route('/', bulletinPages(portal));
  return app;
}

/** Nothing from elsewhere, nothing inline; forms go back to where they came from. */
const headers: Parameters<typeof secureHeaders>[0] = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    scriptSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
};

const serve = (context: Context, { body, type }: Asset): Response =>
  context.body(body, 200, { 'Content-Type': type, 'Cache-Control': FOR_EVER });

function addDemo(app: Hono<Env>, { demo }: Portal): void {
  if (!demo) return;
  app.post('/demo/next', async (context) => {
    await demo.next();
    return context.redirect(`${safePath((await textFields(context))['back'])}?ok=moved`, 303);
  });
  app.post('/demo/to', async (context) => {
    const { back, day } = await textFields(context);
    const wanted = Day.safeParse(day);
    if (!wanted.success) {
      const message = `“${day ?? ''}”不是存在的日期`;
      throw new BadInput([{ place: '时钟', message, remedy: '请选一个日期' }]);
    }
    await demo.to(wanted.data);
    return context.redirect(`${safePath(back)}?ok=moved`, 303);
  });
}

type Told = {
  readonly title: string;
  readonly lines: readonly string[];
};

function problem(
  context: Context,
  status: 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500 | 507,
  { title, lines }: Told,
): Response | Promise<Response> {
  const ways = [
    { href: '/', name: '回到总览' },
    ...(status === 401 ? [{ href: '/sign-in', name: '重新登录' }] : []),
  ];
  return shown(context, <ProblemPage title={title} lines={lines} ways={ways} />, status);
}

const refusals: Readonly<Record<number, Told>> = {
  400: { title: '这个请求不对', lines: ['请回到原来的页面重新操作。'] },
  401: { title: '登录已经失效', lines: ['刚才的操作没有生效。请重新登录后再办理。'] },
  403: {
    title: '没有办理',
    lines: ['这个请求不是从本站的页面发出的，所以没有执行。请从本站的页面重新操作。'],
  },
  429: { title: '操作太频繁', lines: ['请过一分钟再试。刚才的操作没有生效。'] },
  413: {
    title: '内容太大',
    lines: ['文件里的图片和附件请去掉，文字请缩短，再提交一次。刚才的操作没有生效。'],
  },
};

function answerFault(fault: Error, context: Context, portal: Portal): Response | Promise<Response> {
  if (isApi(context)) return answerCaller(fault, context, portal);
  if (fault instanceof BadInput) {
    return problem(context, 400, { title: '没有办成', lines: fault.problems.map(sentence) });
  }
  if (fault instanceof Conflict) {
    const lines = ['别人刚刚改动了同一项，您的操作没有生效。请看过最新情况再办理。'];
    return problem(context, 409, { title: '刚刚被别人改动', lines });
  }
  if (fault instanceof NotSaved) {
    const lines = [`${fault.message}。请告诉管理这台电脑的人，恢复以后再办理一次。`];
    return problem(context, 507, { title: '没有保存', lines });
  }
  const told = fault instanceof HTTPException ? refusals[fault.status] : undefined;
  if (told && fault instanceof HTTPException) {
    return problem(context, fault.status as 400 | 401 | 403 | 413 | 429, told);
  }
  noteFault(fault, context, portal);
  const lines = ['系统出了错，已经记录。刚才的操作可能没有生效，请稍后查看再决定是否重做。'];
  return problem(context, 500, { title: '系统出错', lines });
}

const isApi = ({ req }: Context): boolean => req.path.startsWith('/api/');

/** Tells a program what {@link answerFault} tells a person. */
function answerCaller(fault: Error, context: Context, portal: Portal): Response {
  const told = problemOf(fault, context);
  if (told) return told;
  noteFault(fault, context, portal);
  return apiProblem(context, 500, { title: '系统出错', detail: '已经记录，请稍后再试。' });
}

const noteFault = (fault: Error, { req }: Context, { log }: Portal): void =>
  log.error('a request failed', { path: req.path, error: fault });
