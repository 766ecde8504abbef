import { Hono } from 'hono';
import { z } from 'zod';
import { SavedView } from '../../domain/papers/saved-view.ts';
import { readBoard } from '../../flows/views/board.ts';
import { deleteView, readViews, saveView } from '../../flows/views/saved-views.ts';
import { type FieldFault, faultsOf, readForm, textFields } from '../http/forms.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import type { Env, Portal } from '../http/portal.ts';
import { bookerOf } from '../http/posts.ts';
import { viewAddress, viewOf } from '../http/query.ts';
import { shown } from '../http/shown.ts';
import { RegisterPage } from './register-page.tsx';

/** What the form of a view says. */
export const ViewForm = z.object({
  name: SavedView.shape.name,
  address: SavedView.shape.address.describe('清单的地址，如 /items?lamp=red&sort=due'),
  forAll: z.literal('yes').exactOptional().describe('所有岗位都看得到；只有园区办可以'),
});

/** The address of the register that `address` stands for; equal views have equal addresses. */
export const plainAddress = (address: string): string =>
  viewAddress({ ...viewOf(queryOf(address)), page: 1 });

const queryOf = (address: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(address.replace(/^[^?]*\??/, '')));

/** Saving and deleting views of the register. */
export function viewPages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  app.post('/items/views', async (context) => {
    const fields = await textFields(context);
    const address = plainAddress(fields['address'] ?? '');
    const read = readForm(ViewForm, { ...fields, address }, { name: '名称' });
    const faults = 'faults' in read ? read.faults : await saved(context, read.value);
    if (faults.length > 0) return answer(context, portal, { ...fields, address }, faults);
    return context.redirect(address, 303);
  });
  app.post('/items/views/:id/deletion', async (context) => {
    const fields = await textFields(context);
    const address = plainAddress(fields['address'] ?? '');
    const work = deleteView(context.var.run, bookerOf(context), context.req.param('id'));
    const faults = await work.then(() => [], faultsOf);
    if (faults.length > 0) return answer(context, portal, { address }, faults);
    return context.redirect(address, 303);
  });
  return app;
}

const saved = (
  context: Desk,
  { name, address, forAll }: z.output<typeof ViewForm>,
): Promise<readonly FieldFault[]> =>
  saveView(context.var.run, bookerOf(context), {
    name,
    address,
    isForAll: forAll === 'yes',
  }).then(() => [], faultsOf);

async function answer(
  context: Desk,
  portal: Portal,
  fields: Readonly<Record<string, string>>,
  faults: readonly FieldFault[],
): Promise<Response> {
  const { run, viewer } = context.var;
  const view = viewOf(queryOf(fields['address'] ?? ''));
  const board = await readBoard(run, viewer, view.year);
  const views = await readViews(run, viewer.id);
  const notTaken = { fields, faults };
  const frame = frameOf(context, portal, board.years);
  const page = <RegisterPage {...{ frame, board, view, views, notTaken }} isAll={false} />;
  return shown(context, page, 400);
}
