import type { TaskId } from '../../domain/base/ids.ts';
import {
  type ClosingDecision,
  choiceName,
  moveOfChoice,
} from '../../domain/years/closing-choice.ts';
import type { ClosingChoice, ClosingLine } from '../../domain/years/closing-line.ts';
import { refuseActor } from '../context/actor.ts';
import { refuseClosedYears } from '../context/closed-years.ts';
import { makerOf } from '../context/maker.ts';
import { type ParkContext, readTasks } from '../context/park-context.ts';
import { updateRecord } from '../context/update-record.ts';
import type { StoredTask } from '../ports.ts';
import {
  type BulkLine,
  type BulkMaker,
  type BulkRequest,
  makeBulk,
  previewBulk,
} from '../tasks/bulk.ts';
import { refuseRunning } from './close-year.ts';
import { linesOfYear } from './closing-list.ts';
import { newYear, readYear } from './read-year.ts';

/** What is decided of a year, and whether only what would change is shown. */
export type YearDecisions = {
  readonly year: number;
  readonly decisions: readonly ClosingDecision[];
  readonly isPreview: boolean;
};

/**
 * Decides lines of a year that is to be closed, each alone with a line of history of its own. What cannot be
 * decided is named and does not stop the others.
 *
 * @returns one line each, in the order of the decisions.
 * @throws {BadInput} if the year is not over or closed, or the maker may not.
 */
export async function decideLines(
  run: ParkContext,
  maker: BulkMaker,
  { year, decisions, isPreview }: YearDecisions,
): Promise<readonly BulkLine[]> {
  refuseActor(run, maker.by, 'closeYear');
  refuseRunning(run, year);
  await refuseClosedYears(run, [year], `${year}年度`);
  const all = await readTasks(run);
  const settled = settledBefore(all, maker, decisions);
  const known = await knownLines(run, all, year);
  const answered = decisions.flatMap((decision) => answeredLine(known, decision) ?? []);
  const over = new Map([...answered, ...settled].map((line) => [line.task, line]));
  const wanted = decisions.filter(({ task }) => !over.has(task));
  const requests = wanted.flatMap((decision) => requestOf(decision) ?? []);
  const make = isPreview ? previewBulk : makeBulk;
  const moved = requests.length === 0 ? [] : await make(run, maker, requests);
  const done = new Map([...over.values(), ...moved].map((line) => [line.task, line]));
  const ofTargets = wanted.filter(({ task }) => !done.has(task));
  if (!isPreview) await keepTargets(run, maker, year, ofTargets);
  return decisions.map((decision) => done.get(decision.task) ?? targetLine(known, decision));
}

type KnownLines = ReadonlyMap<TaskId, ClosingLine>;

async function knownLines(
  run: ParkContext,
  all: readonly StoredTask[],
  year: number,
): Promise<KnownLines> {
  const record = (await readYear(run, year))?.value ?? newYear(run, year);
  const { lines, asTheyAre } = await linesOfYear(run, all, record);
  return new Map([...lines, ...asTheyAre].map((line) => [line.task.id, line]));
}

/** What this very confirmation decided before, where it came twice. */
function settledBefore(
  all: readonly StoredTask[],
  { by, batch }: BulkMaker,
  decisions: readonly ClosingDecision[],
): readonly BulkLine[] {
  const asked = new Set(decisions.map(({ task }) => task));
  return all
    .filter(({ task, lastChange }) => asked.has(task.id) && lastChange.id === `${by}/${batch}`)
    .map(({ task, version, lastChange: { from, to } }) => ({
      task: task.id,
      title: task.title,
      unit: task.leadUnit,
      version,
      from,
      to,
      refusal: null,
    }));
}

/** The answer about a line that is so already, or cannot be decided so. */
function answeredLine(known: KnownLines, decision: ClosingDecision): BulkLine | undefined {
  const line = known.get(decision.task);
  if (line && isSoAlready(line, decision)) return lineFor(line, decision.task, null);
  const refusal = refusalOf(line, decision);
  return refusal === undefined ? undefined : lineFor(line, decision.task, refusal);
}

/** Whether the figures of a target are decided so already. */
const isSoAlready = ({ choices }: ClosingLine, { choice }: ClosingDecision): boolean =>
  OF_FIGURES.has(choice) &&
  !choices.includes(choice) &&
  choices.some((each) => OF_FIGURES.has(each));

const OF_FIGURES: ReadonlySet<ClosingChoice> = new Set(['asItIs', 'awaitFigure']);

/** Why `line` cannot be decided so. */
function refusalOf(line: ClosingLine | undefined, { choice }: ClosingDecision): string | undefined {
  if (!line) return '这一项不用再定，可能已经有人定了';
  if (line.choices.includes(choice)) return undefined;
  if (line.choices.length === 0) return '这一项要先在事项上答复';
  return `这一项不能按“${choiceName[choice]}”定，可以选：${line.choices
    .map((each) => choiceName[each])
    .join('、')}`;
}

function requestOf(decision: ClosingDecision): BulkRequest | undefined {
  const move = moveOfChoice(decision);
  const { task, seen, why } = decision;
  if (!move) return undefined;
  return { task, move, ...(seen !== undefined && { seen }), ...(why !== undefined && { why }) };
}

const lineFor = (
  line: ClosingLine | undefined,
  task: TaskId,
  refusal: string | null,
): BulkLine => ({
  task,
  title: line?.task.title ?? null,
  unit: line?.task.leadUnit ?? null,
  version: line?.version ?? null,
  from: '',
  to: '',
  refusal,
});

function targetLine(known: KnownLines, { task, choice }: ClosingDecision): BulkLine {
  const [asItIs, awaited] = [choiceName.asItIs, choiceName.awaitFigure];
  const [from, to] = choice === 'asItIs' ? [awaited, asItIs] : [asItIs, awaited];
  return { ...lineFor(known.get(task), task, null), from, to };
}

/** Keeps which targets are frozen as they are. */
async function keepTargets(
  run: ParkContext,
  maker: BulkMaker,
  year: number,
  decisions: readonly ClosingDecision[],
): Promise<void> {
  if (decisions.length === 0) return;
  const { park, ports } = run;
  const fresh = newYear(run, year);
  const ids = (choice: ClosingDecision['choice']): readonly TaskId[] =>
    decisions.flatMap((each) => (each.choice === choice ? each.task : []));
  const [frozen, awaited] = [ids('asItIs'), ids('awaitFigure')];
  const place = { collection: ports.collections.years, park: park.id, id: fresh.id };
  const what = [
    ...(frozen.length > 0 ? [`${choiceName.asItIs}：${frozen.join('、')}`] : []),
    ...(awaited.length > 0 ? [`${choiceName.awaitFigure}：${awaited.join('、')}`] : []),
  ].join('；');
  await updateRecord(
    place,
    (before = fresh) => {
      const asTheyAre = [...new Set([...before.asTheyAre, ...frozen])];
      return { ...before, asTheyAre: asTheyAre.filter((id) => !awaited.includes(id)) };
    },
    { ...makerOf(run, maker), what, why: maker.why },
    ports,
  );
}
