import type { JSX } from 'hono/jsx/jsx-runtime';
import { ASK, type Outlets, setUpWords } from '../../domain/contacts/outlets.ts';
import { unreachedName, unreachedRemedy } from '../../domain/contacts/unreached.ts';
import type { Unreached } from '../../flows/context/unreached.ts';

/** Which posts nothing reaches now; nothing where all are reached. */
export const UnreachedNote = ({
  unreached,
}: {
  readonly unreached: readonly Unreached[];
}): JSX.Element | null =>
  unreached.length === 0 ? null : (
    <p class="notice">
      <a class="warning" href="/settings/contacts">
        有 {unreached.length} 个岗位现在送不到提醒
      </a>
      ：{unreached.map(({ contact }) => contact.post).join('、')}。
    </p>
  );

/** Which channels there are here, and whom to ask for others. */
export const SetUpNote = ({ outlets }: { readonly outlets: Outlets }): JSX.Element | null =>
  outlets.isInbox ? null : (
    <p class="muted nothing">
      {setUpWords(outlets)}；{ASK}。
    </p>
  );

/** Whether a contact is reached now, and what helps if it is not. */
export const ReachNote = ({ why }: { readonly why: Unreached['why'] | null }): JSX.Element =>
  why === null ? (
    <>送得到</>
  ) : (
    <>
      <b class="warning">现在送不到：{unreachedName[why]}</b>。{unreachedRemedy[why]}。
    </>
  );
