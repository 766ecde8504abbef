import { BadInput } from '../../domain/base/problems.ts';
import type { Change } from '../../domain/contacts/change.ts';
import { isSeenBy, MAX_VIEWS, type SavedView } from '../../domain/papers/saved-view.ts';
import { refuseActor } from '../context/actor.ts';
import { makerOf } from '../context/maker.ts';
import { type ParkContext, readableOn } from '../context/park-context.ts';
import { updateRecord } from '../context/update-record.ts';

/** Who keeps or deletes a view, and through what. */
type ViewAuthor = Pick<Change, 'by' | 'via'>;

/** The views that the contact `by` sees, those for all first, then by name. */
export async function readViews(run: ParkContext, by: string): Promise<readonly SavedView[]> {
  const all = await readableOn(run, run.ports.collections.views);
  return all
    .filter((view) => isSeenBy(view, by))
    .toSorted(
      (a, b) =>
        Number(b.isForAll) - Number(a.isForAll) ||
        a.name.localeCompare(b.name, 'zh-CN') ||
        (a.id < b.id ? -1 : 1),
    );
}

/**
 * Saves a view.
 *
 * @throws {BadInput} if the name is taken, there are {@link MAX_VIEWS}, or it is for all and not the
 *   office's.
 */
export async function saveView(
  run: ParkContext,
  author: ViewAuthor,
  wanted: Pick<SavedView, 'name' | 'address' | 'isForAll'>,
): Promise<SavedView> {
  if (wanted.isForAll) refuseActor(run, author.by, 'shareView');
  const seen = await readViews(run, author.by);
  const own = seen.filter(({ owner }) => owner === author.by);
  if (own.length >= MAX_VIEWS) throw refused(`已经存了${MAX_VIEWS}个视图`, '请先删去不用的');
  if (seen.some(({ name }) => name === wanted.name)) {
    throw refused(`已有“${wanted.name}”这个视图`, '请换一个名称');
  }
  const { park, ports } = run;
  const { name, address, isForAll } = wanted;
  const id = ports.newId();
  const view = { id, park: park.id, name, address, isForAll, owner: author.by, isDeleted: false };
  const place = { collection: ports.collections.views, park: park.id, id };
  await updateRecord(
    place,
    () => view,
    { ...makerOf(run, author), what: '存为视图', why: '' },
    ports,
  );
  return view;
}

/**
 * Deletes the view `id`: its author may, and the office if it is for all. Deleting it again changes
 * nothing.
 *
 * @throws {BadInput} if the author does not see it, or may not delete it.
 */
export async function deleteView(run: ParkContext, author: ViewAuthor, id: string): Promise<void> {
  const { park, ports } = run;
  const place = { collection: ports.collections.views, park: park.id, id };
  const change = { ...makerOf(run, author), what: '删除视图', why: '' };
  const deleted = (view: SavedView | undefined): SavedView => {
    if (!view || !isSeenBy({ ...view, isDeleted: false }, author.by)) {
      throw refused('没有这个视图', '请刷新页面再看');
    }
    if (view.owner !== author.by) refuseActor(run, author.by, 'shareView');
    return view.isDeleted ? view : { ...view, isDeleted: true };
  };
  await updateRecord(place, deleted, change, ports);
}

const refused = (message: string, remedy: string): BadInput =>
  new BadInput([{ place: '视图', message, remedy }]);
