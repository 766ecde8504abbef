import { type Owned, readUnit, type UnitReading } from '../clauses/read-unit.ts';
import { LONGEST_CLAUSE, type Passed } from '../clauses/statement.ts';
import type { FoundDate } from '../dates/find-dates.ts';
import { finish, type Unnumbered } from '../drafts/draft-of.ts';
import { NOBODY, type Owners } from '../owners/owner-phrases.ts';
import { cleanView } from '../text/clean.ts';
import type { TableCell } from '../text/document.ts';
import { type MappedText, trim } from '../text/mapped-text.ts';
import { outline } from '../text/outline.ts';
import { datesPerUnit } from './table-dates.ts';
import type { TableContext } from './table-rows.ts';

export type TableReading = {
  readonly drafts: readonly Unnumbered[];
  readonly passed: readonly Passed[];
};

/** Whose cell it is, and the dates of its column. */
type CellScene = {
  readonly owners: Owners;
  readonly context: TableContext;
  readonly dates?: readonly FoundDate[];
};

/** Reads the tasks of one cell; `due` are the cells of its row that hold deadlines. */
export function readCell(
  cell: TableCell,
  due: readonly MappedText[],
  { owners, context, dates }: CellScene,
): TableReading {
  const { text, planYear, area } = context;
  const units = outline(cleanView(text, cell)).filter(({ view }) => view.text !== '');
  const dated = dates ? units.map(() => dates) : datesPerUnit(units, due, planYear);
  const readings = units.map(({ view }, index) => tasksIn(view, dated[index] ?? [], planYear));
  const drafts = readings.flatMap(({ statements }) =>
    statements.map((one) => finish(one, { planYear, area, owners: ownersOf(one, owners) })),
  );
  return { drafts, passed: readings.flatMap(({ passed }) => passed) };
}

/** What one point of a cell promises. */
function tasksIn(view: MappedText, dates: readonly FoundDate[], planYear: number): UnitReading {
  const context = { planYear, mood: 'forward', headsOthers: false, numbered: false } as const;
  const reading = readUnit(view, { ...context, dates });
  return reading.statements.length > 0 || view.text.length > LONGEST_CLAUSE
    ? reading
    : { ...reading, statements: [asTask(view, dates)] };
}

/** The owners of the row; where it names none, the subject of the sentence. */
const ownersOf = ({ subject }: Owned, owners: Owners): Owners =>
  subject.owners.length > 0 && owners.owners.length === 0 ? subject : owners;

/** In a task column, words without a verb are a task too: the work they name. */
const asTask = (view: MappedText, dates: readonly FoundDate[]): Owned => {
  const whole = trim(view, '，。；！？、：');
  return {
    view: whole.text === '' ? view : whole,
    reading: `完成${whole.text}`,
    clause: whole.text,
    dates,
    dated: false,
    hardness: 'must',
    listed: 0,
    index: 0,
    rules: ['table.named-work'],
    subject: NOBODY,
  };
};
