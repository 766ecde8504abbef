import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { textFields } from '../http/forms.ts';
import { safePath, signIn, signOut } from '../http/guard.ts';
import { SignInFailed } from '../http/issuer.ts';
import type { ByIssuer, Portal } from '../http/portal.ts';
import { postsOfGroups } from '../http/posts.ts';
import { shown } from '../http/shown.ts';
import { CHOOSES, Chooses, entryOf, WENT, Went } from './entry.ts';
import { noPost, signInFailed } from './failures.tsx';
import { ChoosePostPage, SignedOutPage } from './sign-in-page.tsx';

/** Signing in at an OpenID Connect issuer, then with one of the posts of the account. */
export function byIssuer(portal: Portal, by: ByIssuer): Hono {
  const app = new Hono();
  const { issuer } = by;

  app.get('/sign-in', async (context) => {
    const { address, pending } = await issuer.begin(new URL('/sign-in/callback', context.req.url));
    const back = safePath(context.req.query('back'));
    await entryOf(portal).keep(context, WENT, { ...pending, back });
    return context.redirect(address.href, 303);
  });

  app.get('/sign-in/callback', (context) => comeBack(context, portal, by));
  app.post('/sign-in/post', (context) => takePost(context, portal, by));

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
    return signInFailed(context, fault.reason);
  });
  return app;
}

/** Signs in who came back from the issuer; with several posts they choose one first. */
async function comeBack(
  context: Context,
  portal: Portal,
  { issuer, rules }: ByIssuer,
): Promise<Response> {
  const entry = entryOf(portal);
  const went = Went.safeParse(await entry.take(context, WENT)).data;
  if (!went) throw new SignInFailed('invalid', 'nobody was sent to the issuer from here');
  const groups = await issuer.finish(new URL(context.req.url), went);
  const posts = await postsOfGroups(groups, rules, portal.ports);
  const [only] = posts;
  if (!only) return noPost(context);
  if (posts.length === 1) {
    await signIn(context, { park: only.park, contact: only.contact.id }, portal);
    return context.redirect(safePath(went.back), 303);
  }
  const ours = groups.filter((name) => rules.some(({ group }) => group === name));
  await entry.keep(context, CHOOSES, { groups: ours, back: went.back });
  return shown(context, <ChoosePostPage posts={posts} />);
}

/** Signs in with the post that was chosen. */
async function takePost(context: Context, portal: Portal, { rules }: ByIssuer): Promise<Response> {
  const chooses = Chooses.safeParse(await entryOf(portal).take(context, CHOOSES)).data;
  if (!chooses) throw new SignInFailed('invalid', 'nobody is choosing a post');
  const { post } = await textFields(context);
  const posts = await postsOfGroups(chooses.groups, rules, portal.ports);
  const chosen = posts.find(({ park, contact }) => `${park}/${contact.id}` === post);
  if (!chosen) throw new HTTPException(400);
  await signIn(context, { park: chosen.park, contact: chosen.contact.id }, portal);
  return context.redirect(safePath(chooses.back), 303);
}
