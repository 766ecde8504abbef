import { BadInput } from '../../domain/base/problems.ts';
import type { Change } from '../../domain/contacts/change.ts';
import { isSeenBy, MAX_VIEWS, type SavedView } from '../../domain/papers/saved-view.ts';
import { refuseActor } from '../context/actor.ts';
import { makerOf } from '../context/maker.ts';
import { type ParkContext, readableOn } from '../context/park-context.ts';
import { updateRecord } from '../context/update-record.ts';

/** Who keeps or deletes a view, and through what. */
type Keeper = Pick<Change, 'by' | 'via'>;

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
  keeper: Keeper,
  wanted: Pick<SavedView, 'name' | 'address' | 'isForAll'>,
): Promise<SavedView> {
  if (wanted.isForAll) refuseActor(run, keeper.by, 'shareView');
  const seen = await readViews(run, keeper.by);
  const own = seen.filter(({ owner }) => owner === keeper.by);
  if (own.length >= MAX_VIEWS) throw refused(`已经存了${MAX_VIEWS}个视图`, '请先删去不用的');
  if (seen.some(({ name }) => name === wanted.name)) {
    throw refused(`已有“${wanted.name}”这个视图`, '请换一个名称');
  }
  const { park, ports } = run;
  const { name, address, isForAll } = wanted;
  const id = ports.newId();
  const view = { id, park: park.id, name, address, isForAll, owner: keeper.by, isDeleted: false };
  const place = { collection: ports.collections.views, park: park.id, id };
  await updateRecord(
    place,
    () => view,
    { ...makerOf(run, keeper), what: '存为视图', why: '' },
    ports,
  );
  return view;
}

/**
 * Deletes the view `id`: its keeper may, and the office if it is for all. Deleting it again changes
 * nothing.
 *
 * @throws {BadInput} if the keeper does not see it, or may not delete it.
 */
export async function deleteView(run: ParkContext, keeper: Keeper, id: string): Promise<void> {
  const { park, ports } = run;
  const place = { collection: ports.collections.views, park: park.id, id };
  const author = { ...makerOf(run, keeper), what: '删除视图', why: '' };
  const deleted = (view: SavedView | undefined): SavedView => {
    if (!view || !isSeenBy({ ...view, isDeleted: false }, keeper.by)) {
      throw refused('没有这个视图', '请刷新页面再看');
    }
    if (view.owner !== keeper.by) refuseActor(run, keeper.by, 'shareView');
    return view.isDeleted ? view : { ...view, isDeleted: true };
  };
  await updateRecord(place, deleted, author, ports);
}

const refused = (message: string, remedy: string): BadInput =>
  new BadInput([{ place: '视图', message, remedy }]);
