import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Valid } from '../../flows/tasks/open-link.ts';
import { Said, Shell } from '../ui/phone-shell.tsx';

/** Says how many tasks of the message moved to other posts, without naming them. */
export const PassedOn = ({
  opened: { passedOn },
}: {
  readonly opened: Valid;
}): JSX.Element | null =>
  passedOn.length > 0 ? (
    <p>提醒里另有 {passedOn.length} 项已改由别的岗位负责，不在这里显示，也没有代为签收。</p>
  ) : null;

/** In place of an item that others are responsible for by now; nothing of it is shown. */
export const PassedOnPage = ({
  opened,
  said,
  isRefused,
}: {
  readonly opened: Valid;
  readonly said: string | undefined;
  /** Whether an answer was just refused. */
  readonly isRefused: boolean;
}): JSX.Element => (
  <Shell opened={opened} title="已不由本岗位负责">
    <Said said={said} items={[]} />
    <div class="phone-body">
      <h1>这一项已不由本岗位负责</h1>
      {isRefused ? <p>刚才填写的没有记录。</p> : null}
      <p>它已改派，或改由别的岗位负责，不用从这里办理。有疑问请联系园区办。</p>
      <p>
        <a class="button" href={`/a/${opened.link.code}`}>
          看这条提醒的其他事项
        </a>
      </p>
    </div>
  </Shell>
);
