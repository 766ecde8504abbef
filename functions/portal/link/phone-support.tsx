import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Task } from '../../domain/tasks/task.ts';
import type { Refused } from '../register/move-form.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';

/** The form of a supporting unit (配合单位): what it did, and nothing else. */
export const PhoneSupport = ({
  task,
  address,
  refused,
  nonce,
}: {
  readonly task: Task;
  readonly address: string;
  readonly refused: Refused | null;
  readonly nonce: string;
}): JSX.Element => (
  <form class="phone-body" method="post" action={address}>
    <h2>配合情况</h2>
    <p>本单位是配合单位，由{task.leadUnit}牵头。这里的反馈供牵头单位和园区办参考，不改变进度。</p>
    {refused && refused.faults.length > 0 ? <ErrorSummary {...refused} act="p" /> : null}
    <input type="hidden" name="key" value={nonce} />
    <input type="hidden" name="is" value="support" />
    <label class="label" for="p-why">
      说明
    </label>
    <textarea id="p-why" name="why" maxlength={200} required>
      {refused?.fields['why'] ?? ''}
    </textarea>
    <button class="button primary send">提交</button>
  </form>
);
