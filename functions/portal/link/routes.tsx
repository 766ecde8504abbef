import { type Context, Hono } from 'hono';
import { signAll } from '../../flows/tasks/answer-link.ts';
import { openLink } from '../../flows/tasks/open-link.ts';
import { textFields } from '../http/forms.ts';
import type { Portal } from '../http/portal.ts';
import { openReturns, sendReturns } from '../reporting/desk.tsx';
import { showItem, showMessage } from './answers.tsx';
import { partsOf } from './parts.ts';
import { press } from './press.ts';
import { linkDesk } from './reporting-desk.tsx';
import { whileValid } from './while-valid.tsx';
import { withinRates } from './within-rates.ts';

/**
 * The pages behind a message's link. The token in the address is the only credential, and opening
 * a page changes nothing.
 */
export function linkPages(portal: Portal): Hono {
  const app = new Hono();
  app.use('/:code/*', withinRates(portal));
  app.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
    context.header('X-Robots-Tag', 'noindex');
  });
  app.get('/:code', (context) =>
    whileValid(context, portal, (opened) => showMessage(context, portal, opened)),
  );
  app.post('/:code/sign', (context) =>
    whileValid(context, portal, async (opened) => {
      await signAll(opened);
      return context.redirect(`/a/${opened.link.code}?ok=signed`, 303);
    }),
  );
  const onForm = (handle: typeof openReturns) => (context: Context) =>
    whileValid(context, portal, (opened) => handle(context, linkDesk(context, portal, opened)));
  app.get('/:code/returns', onForm(openReturns)).post('/:code/returns', onForm(sendReturns));
  app.get('/:code/:task', (context) =>
    whileValid(context, portal, (opened) => showItem(context, portal, opened)),
  );
  app.post('/:code/:task', async (context) => {
    const { code, task } = partsOf(context);
    const wish = { opened: await openLink(code, portal.ports), task };
    const moved = await press(portal, wish, await textFields(context));
    // What is refused is answered from how it stands now: others may have been quicker.
    if ('act' in moved) {
      return whileValid(context, portal, (opened) => showItem(context, portal, opened, moved));
    }
    return context.redirect(`/a/${code}/${task}?ok=${moved.done}`, 303);
  });
  return app;
}
