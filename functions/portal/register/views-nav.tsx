import type { JSX } from 'hono/jsx/jsx-runtime';
import type { SavedView } from '../../domain/papers/saved-view.ts';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import type { Frame } from '../http/frame.ts';
import { type View, viewAddress } from '../http/query.ts';
import { inYear } from '../http/year.ts';
import type { NotTaken } from '../ui/simple-form.tsx';
import { SimpleForm } from '../ui/simple-form.tsx';

type Props = {
  readonly frame: Frame;
  readonly views: readonly SavedView[];
  readonly view: View;
  /** The form that was not taken; null for a page that was only opened. */
  readonly notTaken: NotTaken | null;
};

/** The saved views as links, and the form that saves the present one. */
export const ViewsNav = ({ frame, views, view, notTaken }: Props): JSX.Element => {
  const here = viewAddress({ ...view, page: 1 });
  const all = inYear('/items', view.year);
  return (
    <div class="views">
      <nav aria-label="视图">
        <a href={all} aria-current={here === all ? 'page' : undefined}>
          全部工作
        </a>
        {views.map(({ name, address }) => (
          <a href={address} aria-current={address === here ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <details open={notTaken !== null}>
        <summary>存为视图</summary>
        <SimpleForm
          name="view"
          action="/items/views"
          hidden={{ address: here }}
          fields={[
            { name: 'name', label: '名称', attributes: { maxlength: 40 } },
            ...(mayInPark(frame.viewer, 'shareView')
              ? [{ name: 'forAll', label: '所有岗位都看得到', value: 'yes', isTick: true }]
              : []),
          ]}
          button="存为视图"
          notTaken={notTaken}
          isQuiet
        />
        {views.map((each) => (
          <DeleteView frame={frame} view={each} here={here} />
        ))}
      </details>
    </div>
  );
};

const DeleteView = ({
  frame: { viewer },
  view: { id, name, owner },
  here,
}: Pick<Props, 'frame'> & {
  readonly view: SavedView;
  readonly here: string;
}): JSX.Element | null =>
  owner !== viewer.id && !mayInPark(viewer, 'shareView') ? null : (
    <form method="post" action={`/items/views/${encodeURIComponent(id)}/deletion`}>
      <input type="hidden" name="address" value={here} />
      <button class="button small" type="submit">
        删除视图“{name}”
      </button>
    </form>
  );
