import type { Context } from 'hono';
import { shown } from '../http/shown.ts';
import { ProblemPage } from '../ui/problem-page.tsx';

const again = [{ href: '/sign-in', name: '重新登录' }];

/** Answers an account that holds no post (403). */
export const noPost = (context: Context): Response | Promise<Response> =>
  shown(
    context,
    <ProblemPage
      title="您的账号没有对应的岗位"
      lines={['请联系园区办，把您的账号加入责任单位的组，再重新登录。']}
      ways={again}
    />,
    403,
  );

const failures = {
  unreachable: {
    status: 503,
    title: '统一身份认证连不上',
    line: '不是您的操作有误。请过几分钟再试；消息里的链接不受影响，仍可办理。',
  },
  denied: {
    status: 403,
    title: '没有登录',
    line: '统一身份认证没有放行，或登录被取消。请重新登录；仍不行，请联系园区办。',
  },
  invalid: {
    status: 400,
    title: '登录没有完成',
    line: '登录页停留太久，或这一步已经用过。请重新登录。',
  },
} as const;

/** Answers a sign-in that failed. */
export function signInFailed(
  context: Context,
  reason: keyof typeof failures,
): Response | Promise<Response> {
  const { status, title, line } = failures[reason];
  return shown(context, <ProblemPage title={title} lines={[line]} ways={again} />, status);
}
