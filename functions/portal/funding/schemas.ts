import { z } from 'zod';
import { Kind, Stage } from '../../domain/funding/funding.ts';
import type { Money, StepRead } from '../../flows/funding/money.ts';

const Fen = z.int().describe('分');

const MaybeDay = z.iso.date().nullable();

const StepBody = z.object({
  id: z.string(),
  instrument: z.string(),
  project: z.string(),
  batch: z.int(),
  stage: Stage,
  part: z.int(),
  amountFen: Fen,
  planned: MaybeDay,
  doneOn: MaybeDay,
  note: z.string(),
  excessReason: z.string(),
  blockedBy: z.array(z.string()),
});

export const OneStep = StepBody.extend({ version: z.int() });

const FundsBody = z.object({
  level: z.enum(['total', 'instrument', 'project', 'batch']),
  name: z.string(),
  instrument: z.string().nullable(),
  kind: Kind.nullable(),
  project: z.string().nullable(),
  batch: z.int().nullable(),
  goalFen: Fen,
  requestedFen: Fen,
  approvedFen: Fen,
  arrivedFen: Fen,
  spentFen: Fen,
  reached: Stage.nullable(),
  next: z
    .object({ id: z.string(), stage: Stage, amountFen: Fen, due: MaybeDay })
    .nullable()
    .describe('下一环节'),
  blockedBy: z.array(z.string()).describe('卡住它的事项'),
  doubts: z.array(z.string()),
});

export const Funding = z.object({ funds: z.array(FundsBody), steps: z.array(StepBody) });

const stepBody = (step: Money['steps'][number]): z.infer<typeof StepBody> => {
  const { park: _, bookedAt: __, planned, doneOn, blockedBy, ...rest } = step;
  return {
    ...rest,
    planned: planned?.toString() ?? null,
    doneOn: doneOn?.toString() ?? null,
    blockedBy: [...blockedBy],
  };
};

/** The money as the API shows it. */
export const fundingBody = ({ report, steps }: Money): z.infer<typeof Funding> => ({
  funds: report.rows.map((row) => FundsBody.parse(row)),
  steps: steps.map(stepBody),
});

/** One step as the API shows it. */
export const oneStep = ({ kept }: StepRead): z.infer<typeof OneStep> => ({
  ...stepBody(kept.value),
  version: kept.version,
});
