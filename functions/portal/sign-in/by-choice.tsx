import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { openContext } from '../../flows/context/open-context.ts';
import { textFields } from '../http/forms.ts';
import { safePath, signIn, signOut } from '../http/guard.ts';
import type { ChooseRole, Portal } from '../http/portal.ts';
import { shown } from '../http/shown.ts';
import { ChooseRolePage } from './sign-in-page.tsx';

/** Signing in by choosing a post, without a password. */
export function byChoice(portal: Portal, { park }: ChooseRole): Hono {
  const app = new Hono();
  app.get('/sign-in', async (context) => {
    const run = await openContext(park, portal.ports);
    const back = safePath(context.req.query('back'));
    return shown(
      context,
      <ChooseRolePage parkName={run.park.name} contacts={run.contacts} back={back} />,
    );
  });
  app.post('/sign-in', async (context) => {
    const { contact = '', back } = await textFields(context);
    const run = await openContext(park, portal.ports);
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
