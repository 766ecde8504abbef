import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { beginRun } from '../../flows/context/open-context.ts';
import { giveCookie, readCookie, takeCookie } from '../http/cookies.ts';
import { textFields } from '../http/forms.ts';
import { newestKey, safePath, signIn, signOut } from '../http/guard.ts';
import { Pending, SignInFailed } from '../http/issuer.ts';
import type { ByIssuer, ChooseRole, Portal } from '../http/portal.ts';
import { postsOf } from '../http/posts.ts';
import { opened, type Seal, sealed } from '../http/sealing.ts';
import { shown } from '../http/shown.ts';
import { ProblemPage } from '../ui/problem-page.tsx';
import { ChoosePostPage, ChooseRolePage, SignedOutPage } from './sign-in-page.tsx';

/** How one signs in and out, open to everybody. */
export function signInPages(portal: Portal): Hono {
  const { signIn: by } = portal;
  return by.kind === 'chooseRole' ? byChoice(portal, by) : byIssuer(portal, by);
}

function byChoice(portal: Portal, { park }: ChooseRole): Hono {
  const app = new Hono();
  app.get('/sign-in', async (context) => {
    const run = await beginRun(park, portal.needs);
    const back = safePath(context.req.query('back'));
    return shown(
      context,
      <ChooseRolePage parkName={run.park.name} contacts={run.contacts} back={back} />,
    );
  });
  app.post('/sign-in', async (context) => {
    const { contact = '', back } = await textFields(context);
    const run = await beginRun(park, portal.needs);
    const chosen = run.directory.contact(contact);
    if (!chosen) throw new HTTPException(400);
    await signIn(context, { park, contact: chosen.id }, portal);
    return context.redirect(safePath(back), 303);
  });
  app.post('/sign-out', (context) => {
    signOut(context);
    return context.redirect('/sign-in', 303);
  });
  return app;
}

/** Whoever needs longer at the issuer, or to choose a post, begins again. */
const life = Temporal.Duration.from({ minutes: 10 });

/** What is kept with a visitor on the way in. */
type Step = Seal & { readonly cookie: string };

const WENT: Step = { cookie: 'ruqi-entry', purpose: 'went to the issuer', life };
const Went = Pending.extend({ back: z.string() });

const CHOOSES: Step = { cookie: 'ruqi-post', purpose: 'chooses a post', life };
const Chooses = z.object({ groups: z.array(z.string()), back: z.string() });

function byIssuer(portal: Portal, { issuer, rules }: ByIssuer): Hono {
  const app = new Hono();
  const entry = entryOf(portal);
  const heldBy = (groups: readonly string[]): ReturnType<typeof postsOf> =>
    postsOf(groups, rules, portal.needs);

  app.get('/sign-in', async (context) => {
    const { address, pending } = await issuer.begin(new URL('/sign-in/callback', context.req.url));
    const back = safePath(context.req.query('back'));
    await entry.keep(context, WENT, { ...pending, back });
    return context.redirect(address.href, 303);
  });

  app.get('/sign-in/callback', async (context) => {
    const went = Went.safeParse(await entry.take(context, WENT)).data;
    if (!went) throw new SignInFailed('invalid', 'nobody was sent to the issuer from here');
    const groups = await issuer.finish(new URL(context.req.url), went);
    const posts = await heldBy(groups);
    const [only] = posts;
    if (!only) return noPost(context);
    if (posts.length === 1) {
      await signIn(context, { park: only.park, contact: only.contact.id }, portal);
      return context.redirect(safePath(went.back), 303);
    }
    const ours = groups.filter((name) => rules.some(({ group }) => group === name));
    await entry.keep(context, CHOOSES, { groups: ours, back: went.back });
    return shown(context, <ChoosePostPage posts={posts} />);
  });

  app.post('/sign-in/post', async (context) => {
    const chooses = Chooses.safeParse(await entry.take(context, CHOOSES)).data;
    if (!chooses) throw new SignInFailed('invalid', 'nobody is choosing a post');
    const { post } = await textFields(context);
    const posts = await heldBy(chooses.groups);
    const chosen = posts.find(({ park, contact }) => `${park}/${contact.id}` === post);
    if (!chosen) throw new HTTPException(400);
    await signIn(context, { park: chosen.park, contact: chosen.contact.id }, portal);
    return context.redirect(safePath(chooses.back), 303);
  });

  app.post('/sign-out', async (context) => {
    signOut(context);
    const away = await issuer.end(new URL('/signed-out', context.req.url));
    // A form may not lead to another site; the page that it leads to may go on there.
    if (away) context.header('Refresh', `0; url=${away.href}`);
    return shown(context, <SignedOutPage />);
  });
  app.get('/signed-out', (context) => shown(context, <SignedOutPage />));
  app.onError((fault, context) => {
    if (!(fault instanceof SignInFailed)) throw fault;
    portal.log.error('signing in failed', { fault: fault.message });
    return failed(context, fault.reason);
  });
  return app;
}

type Entry = {
  readonly keep: (context: Context, step: Step, content: Record<string, unknown>) => Promise<void>;
  /** What was kept; whoever comes with it twice comes without it the second time. */
  readonly take: (context: Context, step: Step) => Promise<unknown>;
};

const entryOf = (portal: Portal): Entry => ({
  keep: async (context, step, content) => {
    const token = await sealed(content, step, newestKey(portal), portal.realNow());
    giveCookie(context, step.cookie, token, step.life);
  },
  take: async (context, step) => {
    const token = readCookie(context, step.cookie) ?? '';
    takeCookie(context, step.cookie);
    return (await opened(token, step, portal.keys, portal.realNow()))?.content;
  },
});

const again = [{ href: '/sign-in', name: '重新登录' }];

const noPost = (context: Context): Response | Promise<Response> =>
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

function failed(context: Context, reason: keyof typeof failures): Response | Promise<Response> {
  const { status, title, line } = failures[reason];
  return shown(context, <ProblemPage title={title} lines={[line]} ways={again} />, status);
}
