import { TaskId } from '../../domain/base/ids.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { refuseUnseen } from '../../flows/context/update-record.ts';
import { bookSteps } from '../../flows/funding/book-steps.ts';
import { readMoney, readStep, type StepRead } from '../../flows/funding/money.ts';
import { readFigures } from '../../flows/targets/read-figures.ts';
import { type Call, found, type Operation, operation } from '../api/operation.ts';
import { refuseFields } from '../api/refuse.ts';
import { answerKept, seenIn, unlessOvertaken } from '../api/versions.ts';
import { bookerOf } from '../http/posts.ts';
import { YearQuery } from '../http/year.ts';
import { Funding, fundingBody, OneStep, oneStep } from './schemas.ts';
import { bookingFaults, StepForm } from './stage-form.ts';

const readFunding = operation({
  verb: 'get',
  path: '/funding',
  operationId: 'readFunding',
  summary: '一个年度的资金各环节；金额都是分',
  query: YearQuery,
  answer: { name: 'Funding', schema: Funding, description: '资金' },
  refusals: [],
  run: async ({ context, run, viewer, query }) =>
    context.json(fundingBody(await readMoney(run, viewer, query.year))),
});

const readOneStep = operation({
  verb: 'get',
  path: '/funding/steps/{id}',
  operationId: 'readStep',
  summary: '一笔资金的一个环节，ETag 是它的版本',
  answer: { name: 'Step', schema: OneStep, description: '环节' },
  refusals: [],
  run: async (call) => answerStep(call, await stepFor(call)),
});

const bookStep = operation({
  verb: 'post',
  path: '/funding/steps/{id}',
  operationId: 'bookStep',
  summary: '登记一个环节办成，金额以万元计；同时报告它的任务办结',
  body: { name: 'Booking', schema: StepForm },
  answer: { name: 'Step', schema: OneStep, description: '登记以后的环节' },
  refusals: [],
  ifMatch: true,
  run: async (call) => {
    const { run, body, portal } = call;
    const seen = seenIn(call);
    const { kept: asked } = await stepFor(call);
    const { amount: amountFen, ...said } = body;
    const booker = bookerOf(call.context, '接口');
    return unlessOvertaken(
      call,
      async () => {
        const read = await readFigures(run.park.id, portal.ports);
        const kept = read.steps.get(asked.value.id) ?? asked;
        refuseUnseen(kept.value.id, kept, seen);
        refuseFields(bookingFaults(body, localDay(run.now, run.rules)));
        await bookSteps(run, booker, [{ ...kept.value, ...said, amountFen }], read);
        return answerStep(call, await stepFor(call));
      },
      async () => oneStep(await stepFor(call)),
    );
  },
});

/** What can be read and done of money. */
export const funding: readonly Operation[] = [readFunding, readOneStep, bookStep];

const answerStep = (call: Call, read: StepRead): Response =>
  answerKept(call, oneStep(read), read.kept);

/** @throws {HTTPException} 404 for a step that is not there or not to be seen. */
const stepFor = async ({ run, viewer, part }: Call): Promise<StepRead> =>
  found(await readStep(run, viewer, TaskId.parse(part('id'))));
