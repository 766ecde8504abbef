import { areaNumeral } from '../../domain/sources/plan.ts';
import type { Source } from '../../domain/sources/source.ts';
import { kindOfCode } from '../../domain/sources/source-code.ts';

/** Every area of `sources`, with its key. */
export const placesIn = (
  sources: readonly Source[],
): readonly (readonly [key: string, name: string])[] =>
  sources.flatMap(({ id, title, areas }) =>
    areas.map((name, at): readonly [string, string] => {
      const numeral = kindOfCode(id) === 'annualPlan' ? `${areaNumeral(at + 1)} ` : '';
      return [`${id}.${at + 1}`, `${numeral}${name}（${title}）`];
    }),
  );
