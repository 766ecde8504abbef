import { Hono } from 'hono';
import { DigestId } from '../../domain/base/ids.ts';
import { BadInput } from '../../domain/base/problems.ts';
import { mayRevokeLink } from '../../domain/tasks/read-permissions.ts';
import { revokeLinks } from '../../flows/contacts/revoke-links.ts';
import { readTasksOf } from '../../flows/views/board.ts';
import { messageFor, readMessages, readProofsOf } from '../../flows/views/messages.ts';
import { textFields } from '../http/forms.ts';
import { frameOf } from '../http/frame.ts';
import type { Env, Portal } from '../http/portal.ts';
import { shown } from '../http/shown.ts';
import { namesOf } from '../ui/names.ts';
import { MessagePage } from './message-page.tsx';
import { MessagesPage } from './messages-page.tsx';

const notSure = (): BadInput =>
  new BadInput([
    { place: '作废链接', message: '没有勾选确认', remedy: '请回到这条提醒，勾选以后再办' },
  ]);

/** What was sent to whom, and the proof of each. */
export function messagePages(portal: Portal): Hono<Env> {
  const { ports } = portal;
  const app = new Hono<Env>();

  app.get('/', async (context) => {
    const { run, viewer } = context.var;
    const [read, digests] = await Promise.all([
      readTasksOf(run, viewer),
      readMessages(run, viewer),
    ]);
    const frame = frameOf(context, portal);
    const names = namesOf(run, read);
    const wanted = context.req.query('state') ?? '';
    return shown(
      context,
      <MessagesPage frame={frame} digests={digests} wanted={wanted} names={names} />,
    );
  });

  app.get('/:id', async (context) => {
    const { run, viewer } = context.var;
    const read = await ports.ledger.read(run.park.id, DigestId.parse(context.req.param('id')));
    const digest = read && (await messageFor(run, viewer, read.value));
    if (!digest) return context.notFound();
    const frame = frameOf(context, portal);
    const names = namesOf(run, await readTasksOf(run, viewer));
    const proofs = await readProofsOf(run, digest);
    const view = { frame, digest, proofs, names, mayRevoke: mayRevokeLink(viewer) };
    return shown(context, <MessagePage {...view} />);
  });

  app.post('/:id/revoke', async (context) => {
    const { run, viewer } = context.var;
    const id = DigestId.parse(context.req.param('id'));
    const read = await ports.ledger.read(run.park.id, id);
    if (!read?.value.code || !mayRevokeLink(viewer)) return context.notFound();
    if ((await textFields(context))['sure'] !== 'yes') throw notSure();
    await revokeLinks(read.value, ports);
    return context.redirect(`/messages/${encodeURIComponent(id)}?ok=revoked`, 303);
  });
  return app;
}
