import type { JSX } from 'hono/jsx/jsx-runtime';
import { roleName } from '../../domain/base/role.ts';
import { dateTimeWords } from '../../domain/base/words.ts';
import type { Change } from '../../domain/contacts/change.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import type { Contested } from '../../domain/contacts/directory-record.ts';
import { namesWords } from '../../domain/contacts/named.ts';
import { addressOf, channelNames, channelOf, type Outlets } from '../../domain/contacts/outlets.ts';
import {
  type Subscription,
  subscriptionName,
  subscriptionOf,
} from '../../domain/contacts/subscription.ts';
import type { Unreached } from '../../flows/context/unreached.ts';
import type { Frame } from '../http/frame.ts';
import type { Names } from '../ui/names.ts';
import { Page } from '../ui/page.tsx';
import { SetUpNote, UnreachedNote } from '../ui/unreached-note.tsx';
import { AgainForm } from './again-form.tsx';
import { heldWords } from './inputs.ts';

/** What is known of the topic's subscriptions; null where these pages cannot see them. */
export type Subscriptions = readonly Subscription[] | null;

/** How the address of `contact` stands at the topic, in words. */
export function subscriptionWords(
  contact: Contact,
  subscriptions: Subscriptions,
  outlets: Outlets,
): string {
  if (channelOf(contact, outlets) === undefined) return '渠道没有接通';
  if (!addressOf(contact, outlets)) return '不用订阅';
  if (subscriptions === null) return '每晚核对';
  const mine = subscriptionOf(contact.id, subscriptions);
  return mine ? subscriptionName[mine.state] : '还没有订阅';
}

/** Who is told, and how each is reached. */
export const ContactsPage = ({
  frame,
  contacts,
  subscriptions,
  outlets,
  unreached,
  contestedOf,
  history,
  postOf,
  removed,
  isKeeper,
}: {
  readonly frame: Frame;
  readonly contacts: readonly Contact[];
  readonly subscriptions: Subscriptions;
  readonly outlets: Outlets;
  readonly unreached: readonly Unreached[];
  /** Posts that a contact claims and another one has. */
  readonly contestedOf: (contact: Contact) => readonly Contested[];
  /** Every change of the directory, oldest first. */
  readonly history: readonly Change[];
  readonly postOf: Names;
  /** The contact that was just taken out, and how many messages it was sent today; null for none. */
  readonly removed: { readonly id: string; readonly toldToday: number } | null;
  /** Whether the viewer may change them. */
  readonly isKeeper: boolean;
}): JSX.Element => (
  <Page
    frame={frame}
    title="通讯录"
    sub={`${contacts.length} 个岗位`}
    tools={
      <nav class="tools" aria-label="通讯录">
        <a class="btn" href="/settings">
          回设置
        </a>
        {isKeeper ? (
          <a class="btn main" href="/settings/new-contact">
            增加联系人
          </a>
        ) : null}
      </nav>
    }
  >
    <UnreachedNote unreached={unreached} />
    <SetUpNote outlets={outlets} />
    <div class="scroll" role="region" aria-label="通讯录" tabindex={0}>
      <table class="msgs contacts">
        <thead>
          <tr>
            {['岗位', '单位', '身份', '渠道', '地址', '订阅', '代收'].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {contacts.map((contact) => (
            <tr>
              <td>
                <a href={`/settings/contacts/${contact.id}`}>{contact.post}</a>
                {contestedOf(contact).map((each) => (
                  <small class="mut">{heldWords(each)}</small>
                ))}
              </td>
              <td>{(contact.covers ?? [contact.unit]).join('、')}</td>
              <td>{roleName[contact.role]}</td>
              <td>{channelsOf(contact)}</td>
              <td>{addressOf(contact, outlets)?.endpoint ?? '—'}</td>
              <td
                class={unreached.some((each) => each.contact.id === contact.id) ? 'un' : undefined}
              >
                {subscriptionWords(contact, subscriptions, outlets)}
              </td>
              <td>{contacts.find(({ id }) => id === contact.standIn)?.post ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    {removed ? <AgainForm contact={removed.id} toldToday={removed.toldToday} /> : null}
    <History history={history} postOf={postOf} frame={frame} />
  </Page>
);

/** Changes that are shown. */
const MOST_SHOWN = 50;

const History = ({
  history,
  postOf,
  frame,
}: {
  readonly history: readonly Change[];
  readonly postOf: Names;
  readonly frame: Frame;
}): JSX.Element | null =>
  history.length === 0 ? null : (
    <section class="sec-gap">
      <h2 class="sec">变动记录</h2>
      <div class="scroll" role="region" aria-label="变动记录" tabindex={0}>
        <table class="msgs changes">
          <thead>
            <tr>
              {['时间', '经办', '事由', '原来', '现在'].map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {history
              .toReversed()
              .slice(0, MOST_SHOWN)
              .map(({ at, by, names, via, what, from, to }) => (
                <tr>
                  <td class="num">{dateTimeWords(at, frame.timeZone)}</td>
                  <td>{by === 'system' ? via : namesWords(names, { own: by }, postOf)}</td>
                  <td>{what}</td>
                  <td>{from || '—'}</td>
                  <td>{to || '—'}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </section>
  );

/** The channels by their names; a message goes out on the first that is set up. */
export const channelsOf = ({ channels }: Contact): string =>
  channels.length === 0 ? '—' : channelNames(channels);
