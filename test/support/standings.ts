import { fundingReport } from '../../functions/domain/funding/funding-report.ts';
import { writeBriefing } from '../../functions/domain/papers/briefing.ts';
import type { BriefingInput } from '../../functions/domain/papers/briefing-input.ts';
import { day, rules } from './builders.ts';

/** The Monday that a standing is of. */
export const today = day('2022-07-04');

export const money = (figures: Parameters<typeof fundingReport>[0]): BriefingInput['money'] =>
  fundingReport(figures, new Map(), today, rules);

/** A park without anything to say. */
export const quiet: BriefingInput = {
  today,
  year: 2022,
  rows: [],
  earlier: { rows: [], forOffice: 0, unsigned: 0 },
  units: [],
  targets: [],
  money: money({ instruments: [], steps: [] }),
  sent: 0,
  forOffice: [],
  unsigned: [],
  overview: null,
};

/** What a sheet says. */
export const linesOf = (...sheet: Parameters<typeof writeBriefing>): readonly string[] =>
  writeBriefing(...sheet).lines;
