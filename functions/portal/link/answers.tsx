import type { Context } from 'hono';
import { returnsOfLink } from '../../flows/reporting/form-of-contact.ts';
import type { Valid } from '../../flows/tasks/open-link.ts';
import type { Portal } from '../http/portal.ts';
import { shown } from '../http/shown.ts';
import { type Refused, statusOf } from '../register/move-form.ts';
import { openReturns } from '../reporting/desk.tsx';
import { partsOf } from './parts.ts';
import { PassedOnPage } from './passed-on.tsx';
import { type PhoneItem, phoneItems } from './phone-item.ts';
import { PhoneListPage } from './phone-list-page.tsx';
import { PhoneItemPage } from './phone-page.tsx';
import { linkDesk } from './reporting-desk.tsx';

/** Shows what the message is about: its one form, its one item, or the list of its items. */
export async function showMessage(
  context: Context,
  portal: Portal,
  opened: Valid,
): Promise<Response> {
  const items = await phoneItems(opened, opened.items);
  const [only] = items;
  const returns = await returnsOfLink(opened);
  const isForm = items.every(({ isReturnAlone }) => isReturnAlone) && returns.length > 0;
  if (isForm) return openReturns(context, linkDesk(context, portal, opened));
  if (only && items.length === 1) return itemPage(context, portal, { opened, item: only });
  const said = context.req.query('ok');
  return shown(context, <PhoneListPage {...{ opened, items, returns, said }} />);
}

/** Shows the item of the address, with what was refused of it; one that was passed on is gone (410). */
export async function showItem(
  context: Context,
  portal: Portal,
  opened: Valid,
  refused: Refused | null = null,
): Promise<Response> {
  const id = partsOf(context).task;
  const [item] = await phoneItems(
    opened,
    opened.items.filter(({ stored }) => stored.task.id === id),
  );
  if (item) return itemPage(context, portal, { opened, item, refused });
  if (!opened.passedOn.includes(id)) return context.notFound();
  const said = context.req.query('ok');
  const page = <PassedOnPage opened={opened} said={said} isRefused={refused !== null} />;
  return shown(context, page, 410);
}

function itemPage(
  context: Context,
  { ports }: Portal,
  {
    refused = null,
    ...of
  }: { readonly opened: Valid; readonly item: PhoneItem; readonly refused?: Refused | null },
): Response | Promise<Response> {
  const view = { ...of, said: context.req.query('ok'), refused, nonce: ports.newId() };
  return shown(context, <PhoneItemPage {...view} />, statusOf(refused));
}
