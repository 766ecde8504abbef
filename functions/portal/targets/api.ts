import { HTTPException } from 'hono/http-exception';
import { TaskId } from '../../domain/base/ids.ts';
import { BadInput } from '../../domain/base/problems.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { reports } from '../../domain/tasks/permissions.ts';
import { actorFor } from '../../flows/context/actor.ts';
import { refuseUnseen } from '../../flows/context/update-record.ts';
import { importFunding, importTargets } from '../../flows/files/import-workbooks.ts';
import { bookSteps } from '../../flows/funding/book-steps.ts';
import { readMoney, readStep, type StepRead } from '../../flows/funding/money.ts';
import { returnFigures } from '../../flows/reporting/report-figures.ts';
import { readFigures } from '../../flows/targets/read-figures.ts';
import { readTarget, type TargetRead } from '../../flows/targets/target.ts';
import { readBoard } from '../../flows/views/board.ts';
import { givenIn, ImportedBody, WorkbookBody } from '../api/file-schemas.ts';
import { type Call, type Operation, operation } from '../api/operation.ts';
import { etag, givenKeyOf, seenIn, unlessOvertaken } from '../api/versions.ts';
import { bookingFaults, StepForm } from '../funding/stage-form.ts';
import type { FieldFault } from '../http/forms.ts';
import { bookerOf } from '../http/posts.ts';
import { FigureForm, figureFaults } from './figure-form.ts';
import {
  Funding,
  fundingBody,
  OneStep,
  OneTarget,
  oneStep,
  oneTarget,
  Targets,
  targetBody,
} from './schemas.ts';

const listTargets = operation({
  verb: 'get',
  path: '/targets',
  operationId: 'listTargets',
  summary: '年度指标和它们的序时进度',
  answer: { name: 'Targets', schema: Targets, description: '指标' },
  refusals: [],
  run: async ({ context, run, viewer }) => {
    const { targets } = await readBoard(run, viewer);
    return context.json({ targets: targets.map(targetBody) });
  },
});

const readOneTarget = operation({
  verb: 'get',
  path: '/targets/{id}',
  operationId: 'readTarget',
  summary: '一项指标和它的填报记录，ETag 是它的版本',
  answer: { name: 'Target', schema: OneTarget, description: '指标' },
  refusals: [],
  run: async (call) => answerTarget(call, await targetFor(call)),
});

const giveFigure = operation({
  verb: 'post',
  path: '/targets/{id}/figures',
  operationId: 'returnFigure',
  summary: '填报或更正一个月的数；同样的数再报一次不会重复登记',
  body: { name: 'Figure', schema: FigureForm },
  answer: { name: 'Target', schema: OneTarget, description: '填报以后的指标' },
  refusals: [],
  ifMatch: true,
  once: true,
  run: async (call) => {
    const { run, body } = call;
    const { kept, receiving } = await targetFor(call);
    const seen = seenIn(call);
    const returned = { id: kept.value.id, figures: [body] };
    const booker = bookerOf(call.context, '接口');
    actorFor(run, receiving.task, booker.by, 'report');
    return unlessOvertaken(
      call,
      async () => {
        const faults = figureFaults(body, receiving);
        // What is wrong may come from what others changed: that is told first.
        if (faults.length > 0) refuseUnseen(kept.value.id, kept, seen);
        refuse(faults);
        await returnFigures(run, booker, [returned], { key: givenKeyOf(call), seen });
        return answerTarget(call, await targetFor(call));
      },
      async () => bodyOf(await targetFor(call)),
    );
  },
});

const readFunding = operation({
  verb: 'get',
  path: '/funding',
  operationId: 'readFunding',
  summary: '资金各环节；金额都是分',
  answer: { name: 'Funding', schema: Funding, description: '资金' },
  refusals: [],
  run: async ({ context, run, viewer }) => context.json(fundingBody(await readMoney(run, viewer))),
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
    const { kept: found } = await stepFor(call);
    const { amount: amountFen, ...said } = body;
    const booker = bookerOf(call.context, '接口');
    return unlessOvertaken(
      call,
      async () => {
        const read = await readFigures(run.park.id, portal.needs);
        const kept = read.steps.get(found.value.id) ?? found;
        refuseUnseen(kept.value.id, kept, seen);
        refuse(bookingFaults(body, localDay(run.now, run.rules)));
        await bookSteps(run, booker, [{ ...kept.value, ...said, amountFen }], read);
        return answerStep(call, await stepFor(call));
      },
      async () => oneStep(await stepFor(call)),
    );
  },
});

/** A call that takes a workbook. */
const importing = (
  what: '/targets' | '/funding',
  operationId: string,
  take: typeof importTargets,
): Operation =>
  operation({
    verb: 'post',
    path: `${what}/imports`,
    operationId,
    summary: '交回填好的工作簿；有一格不对就什么也不导入，除非只要没有问题的行',
    body: { name: 'Workbook', schema: WorkbookBody },
    answer: { name: 'Imported', schema: ImportedBody, description: '导入了多少' },
    refusals: [409],
    may: reports,
    run: async ({ context, run, body, portal }) => {
      const given = givenIn(body, portal);
      const booker = bookerOf(context, '接口');
      const workbook = { ...given, onlyGood: body.onlyGood, isChecked: body.confirm };
      return context.json(await take(run, booker, workbook));
    },
  });

/** What can be read and done of numbers and money. */
export const figures: readonly Operation[] = [
  listTargets,
  readOneTarget,
  giveFigure,
  readFunding,
  readOneStep,
  bookStep,
  importing('/targets', 'importTargets', importTargets),
  importing('/funding', 'importFunding', importFunding),
];

const bodyOf = ({ row, kept }: TargetRead): ReturnType<typeof oneTarget> =>
  oneTarget(row, kept.value, kept.version);

const answerTarget = ({ context }: Call, read: TargetRead): Response =>
  context.json(bodyOf(read), 200, { ETag: etag(read.kept) });

const answerStep = ({ context }: Call, read: StepRead): Response =>
  context.json(oneStep(read), 200, { ETag: etag(read.kept) });

/** @throws {HTTPException} 404 for a target that is not there or not to be seen. */
async function targetFor({ run, viewer, part }: Call): Promise<TargetRead> {
  const read = await readTarget(run, viewer, TaskId.parse(part('id')));
  if (!read) throw new HTTPException(404);
  return read;
}

/** @throws {HTTPException} 404 for a step that is not there or not to be seen. */
async function stepFor({ run, viewer, part }: Call): Promise<StepRead> {
  const read = await readStep(run, viewer, TaskId.parse(part('id')));
  if (!read) throw new HTTPException(404);
  return read;
}

/** @throws {BadInput} naming every field that is wrong. */
function refuse(faults: readonly FieldFault[]): void {
  if (faults.length === 0) return;
  throw new BadInput(
    faults.map(({ field, message }) => ({
      place: field,
      message,
      remedy:
        field === 'confirm'
          ? '没有填错的，加上 "confirm": true 再报一次'
          : '允许的值见 /api/v1/openapi.json',
    })),
  );
}
