import { type Context, Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { api } from './api-app.ts';
import { bounded } from './bounds.ts';
import { bulletinPages } from './bulletins/routes.tsx';
import { holidayPages } from './calendar/routes.tsx';
import { contactPages } from './contacts/routes.tsx';
import { unitPages } from './contacts/unit-routes.tsx';
import { addDemo } from './demo-routes.ts';
import { exportPages } from './files/export-routes.ts';
import { importPages } from './files/import-routes.tsx';
import { fundingPages } from './funding/routes.tsx';
import { onlyLoopback, signedIn } from './http/guard.ts';
import type { Env, Portal } from './http/portal.ts';
import { linkPages } from './link/routes.tsx';
import { gapPages, withGap } from './messages/gap-routes.ts';
import { messagePages } from './messages/routes.tsx';
import { policyPages } from './policy/routes.tsx';
import { answerFault, showProblem } from './problem-answers.tsx';
import { bulkPages } from './register/bulk-routes.tsx';
import { datePages } from './register/dates-routes.tsx';
import { newItemPages } from './register/new-item-routes.tsx';
import { deskPages } from './register/routes.tsx';
import { taskPages } from './register/task-routes.tsx';
import { viewPages } from './register/views-routes.tsx';
import { returnPages } from './reporting/routes.tsx';
import { settingsPages } from './settings/routes.tsx';
import { signInPages } from './sign-in/routes.ts';
import { planPages } from './sources/routes.tsx';
import { sourcePages } from './sources/source-routes.tsx';
import { targetPages } from './targets/routes.tsx';
import { type Asset, assets } from './ui/assets.ts';
import { closingPages } from './years/closing-routes.tsx';
import { accountPages } from './years/routes.tsx';

/** For files whose address changes with their content. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * The pages of a park: the same on a laptop and as a function. Routes after the guard require
 * a signed-in contact.
 */
export function portalApp(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  app.onError((fault, context) => answerFault(fault, context, portal));
  app.notFound((context) =>
    showProblem(context, 404, {
      title: '没有这一页',
      lines: ['地址可能写错了，或这一项不在您的权限内。'],
    }),
  );
  app.use('/a/*', secureHeaders({ ...headers, referrerPolicy: 'no-referrer' }));
  app.use(secureHeaders(headers));
  app.use(bounded(portal));
  if (portal.signIn.kind === 'chooseRole') app.use(onlyLoopback);
  for (const asset of assets) app.get(asset.path, (context) => serve(context, asset));
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
  app.route('/', bulkPages(portal));
  app.route('/', datePages(portal));
  app.route('/', viewPages(portal));
  app.route('/', exportPages(portal));
  app.route('/items', newItemPages(portal));
  app.route('/items', taskPages(portal));
  app.route('/', importPages(portal));
  app.route('/targets', targetPages(portal));
  app.route('/funding', fundingPages(portal));
  app.route('/returns', returnPages(portal));
  app.route('/messages', messagePages(portal));
  app.route('/plans', planPages(portal));
  app.route('/sources', sourcePages(portal));
  app.route('/settings', settingsPages(portal));
  app.route('/settings/policy', policyPages(portal));
  app.route('/settings/calendar', holidayPages(portal));
  app.route('/settings/units', unitPages(portal));
  app.route('/settings', contactPages(portal));
  app.route('/', bulletinPages(portal));
  app.route('/years', accountPages(portal));
  app.route('/years', closingPages(portal));
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
