import { z } from 'zod';
import { shortest } from '../../domain/base/decimal.ts';
import type { PaceRow } from '../../domain/targets/pace-row.ts';
import { Target } from '../../domain/targets/target.ts';
import { LampBody, lampBody } from '../register/schemas.ts';

const Rate = z.string().nullable();

const ofTarget = Target.shape;

const TargetBody = z.object({
  id: ofTarget.id,
  name: z.string(),
  leadUnit: z.string(),
  goal: z.string().describe('十进制数'),
  unit: z.string(),
  comparator: ofTarget.comparator,
  through: z.int().nullable().describe('数据截至的月份'),
  achieved: Rate,
  completion: Rate.describe('完成率，只舍不入'),
  scheduled: Rate.describe('序时进度'),
  index: Rate.describe('进度指数'),
  asOf: z.string().nullable().describe('截至哪个月，或哪一天'),
  reported: z
    .enum(['current', 'stale', 'never', 'notYet'])
    .describe('应报的数有没有报：已报、未报数、从未报数、还没到第一次反馈日'),
  owed: z.int().nullable().describe('应报到的月份'),
  state: z.enum(['ahead', 'onPace', 'behind', 'notStarted', 'unreported', 'notYet']),
  isMet: z.boolean(),
  lamp: LampBody,
  doubts: z.array(z.string()),
});

export const Targets = z.object({ targets: z.array(TargetBody) });

export const OneTarget = TargetBody.extend({
  version: z.int(),
  actuals: z.array(
    z.object({
      month: z.int(),
      value: z.string(),
      source: z.string(),
      reportedBy: z.string(),
      at: z.iso.datetime(),
      why: z.string(),
    }),
  ),
});

/** `row` as the API shows it. */
export const targetBody = (row: PaceRow): z.infer<typeof TargetBody> => {
  const { id, name, leadUnit, goal, unit, comparator, through, achieved } = row;
  const { completion, scheduled, index, state, isMet, doubts, asOf, reported, owed } = row;
  return {
    id,
    name,
    leadUnit,
    goal,
    unit,
    comparator,
    through,
    asOf,
    reported,
    owed,
    achieved,
    completion,
    scheduled,
    index,
    state,
    isMet,
    lamp: lampBody(row.lamp),
    doubts: [...doubts],
  };
};

const PLACES = 6;

/** One target with everything that was returned of it, as the API shows it. */
export const oneTarget = (
  row: PaceRow,
  { actuals }: Target,
  version: number,
): z.infer<typeof OneTarget> => ({
  ...targetBody(row),
  version,
  actuals: actuals.map(({ month, value, source, reportedBy, at, why }) => ({
    month,
    value: shortest(value, PLACES),
    source,
    reportedBy,
    at: at.toString(),
    why,
  })),
});
