import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { Conflict, NotSaved } from '../domain/base/faults.ts';
import { BadInput } from '../domain/base/problems.ts';
import { problem as apiProblem, problemOf } from './api/problem.ts';
import type { Portal } from './http/portal.ts';
import { shown } from './http/shown.ts';
import { ProblemPage, sentence } from './ui/problem-page.tsx';

type Told = {
  readonly title: string;
  readonly lines: readonly string[];
};

/** Returns a page that says what went wrong and where to go next. */
export function showProblem(
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

/** Answers what a request failed with: a page, or a problem document for the API. */
export function answerFault(
  fault: Error,
  context: Context,
  portal: Portal,
): Response | Promise<Response> {
  if (isApi(context)) return answerCaller(fault, context, portal);
  if (fault instanceof BadInput) {
    return showProblem(context, 400, { title: '没有办成', lines: fault.problems.map(sentence) });
  }
  if (fault instanceof Conflict) {
    const lines = ['别人刚刚改动了同一项，您的操作没有生效。请看过最新情况再办理。'];
    return showProblem(context, 409, { title: '刚刚被别人改动', lines });
  }
  if (fault instanceof NotSaved) {
    const lines = [`${fault.message}。请告诉管理这台电脑的人，恢复以后再办理一次。`];
    return showProblem(context, 507, { title: '没有保存', lines });
  }
  const told = fault instanceof HTTPException ? refusals[fault.status] : undefined;
  if (told && fault instanceof HTTPException) {
    return showProblem(context, fault.status as 400 | 401 | 403 | 413 | 429, told);
  }
  noteFault(fault, context, portal);
  const lines = ['系统出了错，已经记录。刚才的操作可能没有生效，请稍后查看再决定是否重做。'];
  return showProblem(context, 500, { title: '系统出错', lines });
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
