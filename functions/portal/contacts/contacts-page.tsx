import type { JSX } from 'hono/jsx/jsx-runtime';
import { roleName } from '../../domain/base/role.ts';
import type { Change } from '../../domain/contacts/change.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import type { Contested } from '../../domain/contacts/directory-record.ts';
import { type Outlets, snsAddress } from '../../domain/contacts/outlets.ts';
import type { Unreached } from '../../flows/context/unreached.ts';
import type { Frame } from '../http/frame.ts';
import type { NameFinder } from '../ui/names.ts';
import { Page } from '../ui/page.tsx';
import { SetUpNote, UnreachedNote } from '../ui/unreached-note.tsx';
import { AgainForm } from './again-form.tsx';
import { DirectoryHistory } from './directory-history.tsx';
import { heldWords } from './inputs.ts';
import { channelsOf, type Subscriptions, subscriptionWords } from './words.ts';

type Props = {
  readonly frame: Frame;
  readonly contacts: readonly Contact[];
  readonly subscriptions: Subscriptions;
  readonly outlets: Outlets;
  readonly unreached: readonly Unreached[];
  /** Posts that a contact claims and another one has. */
  readonly contestedOf: (contact: Contact) => readonly Contested[];
  /** Every change of the directory, oldest first. */
  readonly history: readonly Change[];
  readonly postOf: NameFinder;
  /** The contact that was just taken out, and how many messages it was sent today; null for none. */
  readonly removed: { readonly id: string; readonly toldToday: number } | null;
  /** Whether the viewer may change them. */
  readonly isKeeper: boolean;
};

/** The directory with how each contact is reached. */
export const ContactsPage = (props: Props): JSX.Element => {
  const { frame, contacts, outlets, unreached, history, postOf, removed, isKeeper } = props;
  return (
    <Page
      frame={frame}
      title="通讯录"
      sub={`${contacts.length} 个岗位`}
      tools={
        <nav class="tools" aria-label="通讯录">
          <a class="button" href="/settings">
            回设置
          </a>
          <a class="button" href="/settings/units">
            单位
          </a>
          {isKeeper ? (
            <a class="button primary" href="/settings/new-contact">
              增加联系人
            </a>
          ) : null}
        </nav>
      }
    >
      <UnreachedNote unreached={unreached} />
      <SetUpNote outlets={outlets} />
      <Directory {...props} />
      {removed ? <AgainForm contact={removed.id} toldToday={removed.toldToday} /> : null}
      <DirectoryHistory history={history} postOf={postOf} frame={frame} />
    </Page>
  );
};

const Directory = ({
  contacts,
  subscriptions,
  outlets,
  unreached,
  contestedOf,
}: Props): JSX.Element => (
  <div class="scroll" role="region" aria-label="通讯录" tabindex={0}>
    <table class="records">
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
                <small class="muted">{heldWords(each)}</small>
              ))}
            </td>
            <td>{(contact.covers ?? [contact.unit]).join('、')}</td>
            <td>{roleName[contact.role]}</td>
            <td>{channelsOf(contact)}</td>
            <td>{snsAddress(contact, outlets)?.endpoint ?? '—'}</td>
            <td
              class={
                unreached.some((each) => each.contact.id === contact.id) ? 'warning' : undefined
              }
            >
              {subscriptionWords(contact, subscriptions, outlets)}
            </td>
            <td>{contacts.find(({ id }) => id === contact.standIn)?.post ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
