import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Counts } from '../../domain/papers/task-counts.ts';
import { isCarriedOver } from '../../domain/papers/task-filter.ts';
import { groupedByPlace, placeFilterKey } from '../../domain/sources/place.ts';
import { colours, lampName } from '../../domain/tasks/lamp.ts';
import { statusName } from '../../domain/tasks/task-status.ts';
import { type Board, rowsIn } from '../../flows/views/board.ts';
import { type View, viewAddress } from '../http/query.ts';
import { Choice } from './choice.tsx';
import { Icon } from './lamp.tsx';

/** Filters and sort order of the register; every choice is an address that can be bookmarked. */
export const Filters = ({
  board,
  view,
  counts,
}: {
  readonly board: Board;
  readonly view: View;
  readonly counts: Counts;
}): JSX.Element => {
  const { filter, order } = view;
  const all = rowsIn(board, view.isEarlier);
  const units = [
    ...new Set([...all.map(({ task }) => task.leadUnit), ...(filter.unit ? [filter.unit] : [])]),
  ].toSorted((a, b) => a.localeCompare(b, 'zh-CN'));
  const places = groupedByPlace(all, board.sources, ({ task }) => task);
  return (
    <form class="filter" method="get" action="/items" data-auto>
      <LampTabs view={view} counts={counts} />
      <HiddenChoices view={view} />
      <Choice name="area" label="工作" chosen={filter.place && placeFilterKey(filter.place)}>
        {places.map(({ key, numeral, name }) => [key, `${numeral} ${name}`])}
      </Choice>
      <Choice name="unit" label="责任单位" chosen={filter.unit}>
        {units.map((unit) => [unit, unit])}
      </Choice>
      <Choice name="status" label="状态" chosen={filter.status}>
        {Object.entries(statusName)}
      </Choice>
      <Choice name="due" label="期限" chosen={filter.due}>
        {[
          ['week', '7 日内'],
          ['month', '本月'],
          ['quarter', '本季度'],
          ['unset', '待核定'],
        ]}
      </Choice>
      {all.some(({ task }) => isCarriedOver(task)) ? (
        <Choice name="carried" label="结转" chosen={filter.isCarried ? 'yes' : undefined}>
          {[['yes', '只看结转']]}
        </Choice>
      ) : null}
      <Choice name="sort" label="排列" chosen={order} all="按紧急程度">
        {[
          ['plan', '按计划顺序'],
          ['unit', '按责任单位'],
          ['due', '按期限'],
        ]}
      </Choice>
      <span class="filter-field">
        <label for="f-q" class="visually-hidden">
          搜索事项
        </label>
        <input
          id="f-q"
          type="search"
          name="q"
          placeholder="事项、编号、原文、反馈"
          value={filter.search ?? ''}
        />
      </span>
      <button class="button" type="submit">
        筛选
      </button>
    </form>
  );
};

/** What the other choices leave as it is. */
const HiddenChoices = ({
  view: { year, isEarlier, filter },
}: {
  readonly view: View;
}): JSX.Element => (
  <>
    {year === undefined ? null : <input type="hidden" name="year" value={year} />}
    {isEarlier ? <input type="hidden" name="earlier" value="yes" /> : null}
    {filter.lamp ? <input type="hidden" name="lamp" value={filter.lamp} /> : null}
  </>
);

const LampTabs = ({
  view,
  counts,
}: {
  readonly view: View;
  readonly counts: Counts;
}): JSX.Element => {
  const { lamp, ...others } = view.filter;
  return (
    <nav class="tabs" aria-label="按灯筛选">
      <a
        href={viewAddress({ ...view, page: 1, filter: others })}
        aria-current={lamp === undefined ? 'true' : undefined}
      >
        全部 {counts.all}
      </a>
      {colours
        .filter((colour) => counts[colour] > 0 || colour === lamp)
        .map((colour) => (
          <a
            href={viewAddress({ ...view, page: 1, filter: { ...others, lamp: colour } })}
            aria-current={lamp === colour ? 'true' : undefined}
          >
            <Icon colour={colour} />
            {lampName[colour]} {counts[colour]}
          </a>
        ))}
    </nav>
  );
};
