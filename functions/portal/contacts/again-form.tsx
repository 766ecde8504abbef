import type { JSX } from 'hono/jsx/jsx-runtime';

/** Offers to send what a contact was told today once more; nothing where it was told nothing. */
export const AgainForm = ({
  contact,
  name = ` ${contact} `,
  toldToday,
}: {
  /** Its id, also once it is gone. */
  readonly contact: string;
  /** Its post; one that is gone is known by its id. */
  readonly name?: string;
  readonly toldToday: number;
}): JSX.Element | null =>
  toldToday > 0 ? (
    <form
      class="actions"
      method="post"
      action={`/settings/contacts/${encodeURIComponent(contact)}/again`}
    >
      <p class="muted">
        今天发给{name}的提醒有 {toldToday}{' '}
        份。再发一次，由现在担任这些岗位的联系人收到，链接是新的；新地址须先确认订阅。
      </p>
      <button class="button" data-busy="正在发送…" type="submit">
        把今天的提醒再发一次
      </button>
    </form>
  ) : null;
