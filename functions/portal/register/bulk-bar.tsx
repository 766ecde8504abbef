import type { JSX } from 'hono/jsx/jsx-runtime';
import { bulkActName, bulkActs, MAX_BULK } from '../../domain/tasks/bulk-act.ts';
import { type View, viewAddress } from '../http/query.ts';
import { bulkScript } from '../ui/assets.ts';

/** The acts for the tasks that are chosen in the register, inside the form that holds their boxes. */
export const BulkBar = ({
  view,
  total,
  isAll,
}: {
  readonly view: View;
  readonly total: number;
  /** Whether every task of the filter is chosen. */
  readonly isAll: boolean;
}): JSX.Element => {
  const address = viewAddress(view);
  return (
    <div class="bulk-bar" role="region" aria-label="成批办理">
      <input type="hidden" name="view" value={address} />
      {isAll ? <input type="hidden" name="all" value="yes" /> : null}
      <b class="bulk-count" data-count={isAll ? undefined : 'task'}>
        {isAll ? `已选筛选的全部${total}项` : '所选事项'}
      </b>
      <BulkActs chosen={null} />
      <button class="button primary" type="submit">
        预览
      </button>
      {isAll || total > MAX_BULK ? null : (
        <a class="button" href={`${address}${address.includes('?') ? '&' : '?'}all=yes`}>
          选中筛选的全部{total}项
        </a>
      )}
      <a class="button" href={address}>
        取消选择
      </a>
      <script src={bulkScript.path} defer />
    </div>
  );
};

/** One radio button for each act. */
export const BulkActs = ({ chosen }: { readonly chosen: string | null }): JSX.Element => (
  <fieldset class="bulk-acts">
    <legend class="visually-hidden">办理什么</legend>
    {bulkActs.map((act) => (
      <label>
        <input type="radio" name="act" value={act} checked={act === chosen} /> {bulkActName[act]}
      </label>
    ))}
  </fieldset>
);
