import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Refused } from '../register/move-form.ts';
import { WhetherDone } from '../register/whether-done.tsx';

/** The two ways on for a report of all that there is to do, with what was typed. */
export const DoneOrNot = ({
  address,
  fields: { why = '' },
  nonce,
}: {
  readonly address: string;
  readonly fields: Refused['fields'];
  readonly nonce: string;
}): JSX.Element => (
  <form class="phone-body" method="post" action={address}>
    <WhetherDone />
    <input type="hidden" name="key" value={nonce} />
    <input type="hidden" name="progress" value="100" />
    <input type="hidden" name="why" value={why} />
    <button class="button primary send" name="is" value="done">
      报办结
    </button>
    <button class="button send" name="still" value="yes">
      只反馈进度
    </button>
  </form>
);
