import type { Problem } from '../../domain/base/problems.ts';
import { type FigureFault, faultsOfFigure } from '../../domain/targets/figure-check.ts';
import type { Target, TargetReport } from '../../domain/targets/target.ts';
import type { SheetReading } from '../../files/read-worksheets.ts';
import type { ReturnRow } from '../../files/target-row.ts';
import { measuredTask } from '../context/measured-task.ts';
import type { ParkContext } from '../context/park-context.ts';
import type { FiguresRead } from '../targets/read-figures.ts';

/** `rows` as looked at again, all of them. */
export const confirmedRows = ({
  values,
  problems,
}: SheetReading<ReturnRow>): SheetReading<ReturnRow> => ({
  values: values.map((row) => ({
    ...row,
    figures: row.figures.map((figure) => ({ ...figure, isChecked: true })),
  })),
  problems,
});

/** The returns among `rows` that may be taken, and every cell that is wrong or to be confirmed. */
export async function checkedReturns(
  rows: SheetReading<ReturnRow>,
  targets: readonly Target[],
  run: ParkContext,
  read: FiguresRead,
): Promise<SheetReading<TargetReport>> {
  const values: TargetReport[] = [];
  const problems: Problem[] = [...rows.problems];
  for (const { id, figures, whyPlace } of rows.values) {
    const target = targets.find((each) => each.id === id);
    const promise = read.tasks.get(id);
    if (!target || !promise) continue;
    const { now, rules } = run;
    const receiving = { target, task: await measuredTask(run, promise), now, rules };
    const wrong = figures.flatMap((figure) =>
      faultsOfFigure(figure, receiving).map((fault) => problemOf(fault, figure.place, whyPlace)),
    );
    problems.push(...wrong);
    if (wrong.length === 0) values.push({ id, figures });
  }
  return { values, problems };
}

const problemOf = ({ field, message }: FigureFault, place: string, whyPlace: string): Problem => ({
  place: field === 'why' ? whyPlace : place,
  message,
  remedy: remedies[field],
});

const remedies: Readonly<Record<FigureFault['field'], string>> = {
  month: '请到月末以后再填',
  value: '请核对',
  why: '请在“备注”列写明更正原因',
  confirm: '没有填错的，在“已核对”列写“是”，再导入',
};
