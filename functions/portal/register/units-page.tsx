import type { JSX } from 'hono/jsx/jsx-runtime';
import { mondayOf, weekWords } from '../../domain/calendar/period.ts';
import type { Load } from '../../domain/messages/load.ts';
import { countsOf } from '../../domain/papers/task-counts.ts';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import { maySeeAccount } from '../../domain/tasks/read-permissions.ts';
import { isEnded } from '../../domain/tasks/task-status.ts';
import type { Board } from '../../flows/views/board.ts';
import type { Frame } from '../http/frame.ts';
import { inYear } from '../http/year.ts';
import { HiddenNote } from '../ui/hidden-note.tsx';
import { Input } from '../ui/input.tsx';
import { Legend } from '../ui/legend.tsx';
import type { NameFinder } from '../ui/names.ts';
import { Page } from '../ui/page.tsx';
import { KeptDatesFacts } from './kept-dates-facts.tsx';
import { Lanes } from './lanes.tsx';
import { urgeFields } from './move-fields.tsx';

/** The load of every unit on the year's axis; those with most red first. */
export const UnitsPage = ({
  frame,
  board,
  load,
  contact,
}: {
  readonly frame: Frame;
  readonly board: Board;
  readonly load: readonly Load[];
  readonly contact: NameFinder;
}): JSX.Element => {
  const { today } = frame;
  const groups = [...Map.groupBy(board.rows, ({ task }) => task.leadUnit)]
    .map(([unit, rows]) => ({ unit, rows, counts: countsOf(rows) }))
    .toSorted(
      (a, b) =>
        b.counts.red - a.counts.red ||
        b.counts.yellow - a.counts.yellow ||
        b.counts.all - a.counts.all,
    );
  return (
    <Page
      frame={frame}
      title="责任负担"
      sub={`${groups.length} 个单位，红灯多的在前`}
      tools={<AccountLink frame={frame} year={board.year} />}
    >
      {groups.length === 0 ? (
        <div class="empty">
          <b>还没有登记事项</b>
        </div>
      ) : (
        <Lanes
          caption="各责任单位的事项在全年的分布"
          heading="责任单位"
          when={{ today, year: board.year }}
          lanes={groups.map(({ unit, rows }) => ({
            name: `${unit}${nameNote(unit, rows)}`,
            href: inYear(`/items?unit=${encodeURIComponent(unit)}`, frame.year),
            rows,
          }))}
        />
      )}
      <UrgeUnit frame={frame} units={groups.map(({ unit }) => unit)} />
      <HiddenNote hidden={board.hidden} />
      <Legend />
      <KeptDatesFacts rows={board.rows} today={today} />
      <Heard load={load} contact={contact} today={today} />
    </Page>
  );
};

/** The way to the account of the year, for those who may see it. */
const AccountLink = ({
  frame: { viewer },
  year,
}: {
  readonly frame: Frame;
  readonly year: number;
}): JSX.Element | null =>
  maySeeAccount(viewer) ? (
    <nav class="tools" aria-label="年度">
      <a class="button" href={`/years/${year}/account`}>
        年度账目
      </a>
    </nav>
  ) : null;

/** What else a unit is called that was renamed: its former names, or its present one. */
function nameNote(unit: string, rows: Board['rows']): string {
  const [row] = rows;
  if (!row?.unitNames) return '';
  const { former, present } = row.unitNames;
  if (present === unit) return `（原${former.join('、')}）`;
  const areEnded = rows.every(({ task }) => isEnded(task));
  return `（现${present}，${areEnded ? '这里是已结束的事项' : '这里是当时的名称'}）`;
}

/** One line to the owners of one unit, about all that it has not finished; it is previewed first. */
const UrgeUnit = ({
  frame,
  units,
}: {
  readonly frame: Frame;
  readonly units: readonly string[];
}): JSX.Element | null =>
  units.length === 0 || !mayInPark(frame.viewer, 'moveMany') ? null : (
    <details class="disclosure">
      <summary>催办一个单位</summary>
      <form class="bulk-form" method="post" action="/items/bulk">
        <input type="hidden" name="act" value="urge" />
        <input type="hidden" name="view" value="/units" />
        <p class="muted">写一句话，请责任人抓紧本单位所有没有办结的事项。</p>
        <Input
          id="urge-unit"
          field={{ name: 'unit', label: '责任单位', choices: units }}
          fault={undefined}
        />
        {urgeFields(false).map((field) => (
          <Input id={`unit-${field.name}`} field={field} fault={undefined} />
        ))}
        <button class="button primary" type="submit" name="step" value="preview">
          预览
        </button>
      </form>
    </details>
  );

/** Messages that each post received in each of the last weeks. */
const Heard = ({
  load,
  contact,
  today,
}: {
  readonly load: readonly Load[];
  readonly contact: NameFinder;
  readonly today: Frame['today'];
}): JSX.Element | null => {
  const weeks = [...new Set(load.map(({ week }) => week))].toSorted();
  if (weeks.length === 0) return null;
  const byContact = [...Map.groupBy(load, (each) => each.contact)];
  return (
    <section class="section">
      <h2 class="section-title">各岗位每周收到的提醒</h2>
      <div class="scroll" role="region" aria-label="各岗位每周收到的提醒" tabindex={0}>
        <table class="records">
          <thead>
            <tr>
              <th scope="col">岗位</th>
              {weeks.map((week) => (
                <th scope="col">{weekWords(mondayOf(week), today)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {byContact.map(([id, loads]) => (
              <tr>
                <th scope="row">{contact(id)}</th>
                {weeks.map((week) => (
                  <td class="number">
                    {loads.find((each) => each.week === week)?.messages ?? 0} 份
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
