import { z } from 'zod';
import { Fen } from '../../domain/base/money.ts';
import { FundingStage, FundingStep, Instrument } from '../../domain/funding/funding.ts';
import type { Money, StepRead } from '../../flows/funding/money.ts';

const Amount = Fen.describe('分');
const MaybeDay = z.iso.date().nullable();

const ofStep = FundingStep.shape;

const StepBody = z.object({
  id: ofStep.id,
  instrument: ofStep.instrument,
  project: ofStep.project,
  batch: z.int(),
  stage: ofStep.stage,
  part: z.int(),
  amountFen: Amount,
  planned: MaybeDay,
  doneOn: MaybeDay,
  note: ofStep.note.unwrap(),
  excessReason: ofStep.excessReason.unwrap(),
  blockedBy: ofStep.blockedBy.unwrap(),
});

export const OneStep = StepBody.extend({ version: z.int() });

const FundsBody = z.object({
  level: z.enum(['total', 'instrument', 'project', 'batch']),
  name: z.string(),
  instrument: ofStep.instrument.nullable(),
  kind: Instrument.shape.kind.nullable(),
  project: ofStep.project.nullable(),
  batch: z.int().nullable(),
  goalFen: Amount,
  requestedFen: Amount,
  approvedFen: Amount,
  arrivedFen: Amount,
  spentFen: Amount,
  reached: FundingStage.nullable(),
  next: z
    .object({ id: ofStep.id, stage: ofStep.stage, amountFen: Amount, due: MaybeDay })
    .nullable()
    .describe('下一环节'),
  blockedBy: ofStep.blockedBy.unwrap().describe('卡住它的事项'),
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
