import { type FundingStep, type Instrument, stepId } from '../domain/funding/funding.ts';
import { isSameStep, type Merged, merged } from './funding-merge.ts';
import type { SaidOfStep } from './funding-row.ts';
import type { WorksheetRow } from './read-worksheets.ts';
import { heldBy, KEY, repeatedAt } from './row-memory.ts';

/** A row that was read, with its key; empty if the row was written by hand. */
export type ReadRow = {
  readonly row: WorksheetRow;
  readonly said: SaidOfStep;
  readonly key: string;
};

/** The rows that name their step; a second one of the same is refused by its place. */
export function keyedSteps(
  rows: readonly ReadRow[],
  known: readonly FundingStep[],
): readonly Merged[] {
  const places = new Map<string, string>();
  return rows.map(({ row, said, key }) => {
    const first = places.get(key);
    if (first !== undefined) return { problems: [repeatedAt(row.place, first)] };
    places.set(key, row.place);
    const before = known.find(({ id }) => id === key);
    if (!before) {
      const message = `没有编号是“${key}”的这一笔`;
      return wrongAt(row.cell(KEY).place, message, '请不要改动编号；新的一笔不写编号');
    }
    if (placeOf(said) !== placeOf(before)) {
      const message = '项目、批次或阶段与登记的这一笔不一致';
      return wrongAt(row.place, message, '请照原样保留；新的一笔另起一行，不写编号');
    }
    const memory = heldBy(row);
    if ('problem' in memory) return { problems: [memory.problem] };
    return merged({ row, said, before, held: memory.held });
  });
}

/**
 * The rows without a key: those of one project, batch and stage are its parts, in their order, as far
 * as no other row names them; further rows are new steps.
 */
export function unkeyedSteps(
  read: readonly ReadRow[],
  instrument: Instrument,
  known: readonly FundingStep[],
): readonly Merged[] {
  const keys = new Set(read.map(({ key }) => key));
  const byPlace = Map.groupBy(
    read.filter(({ key }) => key === ''),
    ({ said }) => placeOf(said),
  );
  return [...byPlace].flatMap(([place, rows]) => {
    const ofPlace = known.filter((step) => placeOf(step) === place);
    const left = ofPlace.filter(({ id }) => !keys.has(id)).toSorted((a, b) => a.part - b.part);
    const [first] = rows;
    if (first && left.length > 1 && rows.length < left.length) {
      const message = `登记了 ${left.length} 笔，表里只有 ${rows.length} 行，分不清是哪几笔`;
      return [wrongAt(first.row.place, message, '请重新导出，在新的表里填')];
    }
    const parts = ofPlace.map(({ part }) => part);
    const last = Math.max(0, ...parts);
    const isExported = [...keys].some((key) => key !== '');
    return rows.map(({ row, said }, at) => {
      const before = left[at];
      if (!before) return { step: added(said, instrument, last + 1 + at - left.length) };
      const result = merged({ row, said, before, held: null });
      if (!isExported || ('step' in result && isSameStep(result.step, before))) return result;
      const message = `分不清是新的一笔，还是登记过的“${before.id}”`;
      const remedy = '改动登记过的，请用导出的那一行；新的一笔，请保留导出的各行';
      return wrongAt(row.place, message, remedy);
    });
  });
}

const wrongAt = (place: string, message: string, remedy: string): Merged => ({
  problems: [{ place, message, remedy }],
});

const placeOf = ({
  project,
  batch,
  stage,
}: Pick<FundingStep, 'project' | 'batch' | 'stage'>): string => [project, batch, stage].join('/');

function added(said: SaidOfStep, { id: instrument, park }: Instrument, part: number): FundingStep {
  const place = { ...said, instrument, part };
  return { ...place, id: stepId(place), park, bookedAt: null, blockedBy: [] };
}
