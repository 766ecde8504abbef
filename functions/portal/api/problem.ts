import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { Conflict, NotSaved } from '../../domain/base/faults.ts';
import { BadInput, OwnWork } from '../../domain/base/problems.ts';

/** What went wrong (RFC 9457), as every operation tells it. */
export const ProblemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  current: z.unknown().optional().describe('412 时：现在的样子'),
  yours: z.unknown().optional().describe('412 时：您提交的内容'),
});

type ProblemBody = z.infer<typeof ProblemBody>;

/** Returns a problem, in Chinese. */
export const problem = (
  context: Context,
  status: ContentfulStatusCode,
  body: Omit<ProblemBody, 'type' | 'status'>,
): Response =>
  context.body(JSON.stringify({ type: 'about:blank', status, ...body }), status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
  });

/** What each status says. */
export const titles: Readonly<Record<number, string>> = {
  400: '请求的格式不对',
  401: '没有登录，或登录已经失效',
  403: '没有这项权限，或请求来自别的网站',
  404: '没有这一项，或不在您的权限内',
  409: '刚被别人改动',
  412: '刚被别人改动',
  413: '内容太大',
  422: '没有办成',
  428: '没有说明是在哪一版上改，请先读取，把它的 ETag 放在 If-Match 里',
  429: '操作太频繁，请过一分钟再试',
  500: '系统出错',
  507: '没有保存',
};

/** The problem that the caller of the API is told; undefined for a fault of the system. */
export function problemOf(fault: Error, context: Context): Response | undefined {
  if (fault instanceof BadInput) {
    const status = fault instanceof OwnWork ? 403 : 422;
    const errors = fault.problems.map(({ place, message, remedy }) => ({
      field: place,
      message: `${message}。${remedy}。`,
    }));
    return problem(context, status, { title: titleOf(status), errors });
  }
  if (fault instanceof Conflict) {
    return problem(context, 409, { title: titleOf(409), detail: fault.message });
  }
  if (fault instanceof NotSaved) {
    return problem(context, 507, { title: titleOf(507), detail: `${fault.message}。` });
  }
  if (!(fault instanceof HTTPException)) return undefined;
  return problem(context, fault.status, { title: titleOf(fault.status) });
}

const titleOf = (status: number): string => titles[status] ?? '没有办成';
