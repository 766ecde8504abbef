import { TaskId } from '../../domain/base/ids.ts';
import { actorFor } from '../../flows/context/actor.ts';
import { refuseUnseen } from '../../flows/context/update-record.ts';
import { returnFigures } from '../../flows/reporting/report-figures.ts';
import { readTarget, type TargetRead } from '../../flows/targets/target.ts';
import { readBoard } from '../../flows/views/board.ts';
import { type Call, found, type Operation, operation } from '../api/operation.ts';
import { refuseFields } from '../api/refuse.ts';
import { answerKept, givenKeyOf, seenIn, unlessOvertaken } from '../api/versions.ts';
import { bookerOf } from '../http/posts.ts';
import { YearQuery } from '../http/year.ts';
import { FigureForm, figureFaults } from './figure-form.ts';
import { OneTarget, oneTarget, Targets, targetBody } from './schemas.ts';

const listTargets = operation({
  verb: 'get',
  path: '/targets',
  operationId: 'listTargets',
  summary: '年度指标和它们的序时进度',
  query: YearQuery,
  answer: { name: 'Targets', schema: Targets, description: '指标' },
  refusals: [],
  run: async ({ context, run, viewer, query }) => {
    const { targets } = await readBoard(run, viewer, query.year);
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
        refuseFields(faults);
        await returnFigures(run, booker, [returned], { key: givenKeyOf(call), seen });
        return answerTarget(call, await targetFor(call));
      },
      async () => bodyOf(await targetFor(call)),
    );
  },
});

/** What can be read and done of targets and their figures. */
export const targets: readonly Operation[] = [listTargets, readOneTarget, giveFigure];

const bodyOf = ({ row, kept }: TargetRead): ReturnType<typeof oneTarget> =>
  oneTarget(row, kept.value, kept.version);

const answerTarget = (call: Call, read: TargetRead): Response =>
  answerKept(call, bodyOf(read), read.kept);

/** @throws {HTTPException} 404 for a target that is not there or not to be seen. */
const targetFor = async ({ run, viewer, part }: Call): Promise<TargetRead> =>
  found(await readTarget(run, viewer, TaskId.parse(part('id'))));
