import { z } from 'zod';
import { Remark } from '../../domain/base/parsing.ts';
import { BadInput, type Problem } from '../../domain/base/problems.ts';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import { maySeeAccount } from '../../domain/tasks/read-permissions.ts';
import type { ClosingLine } from '../../domain/years/closing-line.ts';
import { closeYear, reopenYear } from '../../flows/years/close-year.ts';
import { closingOf } from '../../flows/years/closing-list.ts';
import { decideLines } from '../../flows/years/decide-lines.ts';
import { yearList } from '../../flows/years/year-list.ts';
import { type Call, found, type Operation, operation } from '../api/operation.ts';
import { wishKeyOf } from '../api/versions.ts';
import { loose, YearNumber } from '../http/query.ts';
import {
  ClosingBody,
  closingBody,
  DecidedBody,
  DecisionsBody,
  decidedLine,
  decisionsSent,
  ListedYear,
} from './closing-bodies.ts';

const yearIn = ({ part }: Pick<Call, 'part'>): number =>
  found(loose(YearNumber).parse(part('year')));

const closer: { readonly may: (viewer: Call['viewer']) => boolean } = {
  may: (viewer) => mayInPark(viewer, 'closeYear'),
};

/** How the year stands now. */
const answerNow = async (call: Call): Promise<Response> =>
  call.context.json(closingBody(await closingOf(call.run, call.viewer, yearIn(call))));

const answer = { name: 'YearClosing', schema: ClosingBody, description: '这个年度的收尾' } as const;

const listYears = operation({
  verb: 'get',
  path: '/years',
  operationId: 'listYears',
  summary: '各个年度：有没有封账，结转了多少',
  answer: {
    name: 'Years',
    schema: z.object({ years: z.array(ListedYear) }),
    description: '年度，新的在前',
  },
  refusals: [],
  may: maySeeAccount,
  run: async ({ context, run, viewer }) => context.json({ years: await yearList(run, viewer) }),
});

const readClosing = operation({
  verb: 'get',
  path: '/years/{year}',
  operationId: 'readYearClosing',
  summary: '一个年度的收尾：还要定的事项和指标，可以怎样定',
  answer,
  refusals: [],
  ...closer,
  run: answerNow,
});

const decide = operation({
  verb: 'post',
  path: '/years/{year}/decisions',
  operationId: 'decideYearLines',
  summary: '定一个年度没有办结的事项：结转、视同完成、中止、撤销；各项分别办理，办不成的写明原因',
  body: { name: 'YearDecisions', schema: DecisionsBody },
  answer: {
    name: 'YearDecided',
    schema: DecidedBody,
    description: '每一项的变化，或没有办成的原因',
  },
  refusals: [],
  once: true,
  ...closer,
  run: async (call) => {
    const { run, viewer, body, context } = call;
    const batch = wishKeyOf(call).key;
    const lines = await decideLines(
      run,
      { by: viewer.id, why: '', via: '接口', batch },
      { year: yearIn(call), decisions: decisionsSent(body), isPreview: body.preview },
    );
    return context.json({ batch, lines: lines.map(decidedLine) });
  },
});

const close = operation({
  verb: 'post',
  path: '/years/{year}/closing',
  operationId: 'closeYear',
  summary: '封账；还有要定的就不封，回答是 422，逐项写明',
  answer,
  refusals: [],
  ...closer,
  run: async (call) => {
    const { run, viewer } = call;
    const done = await closeYear(run, { by: viewer.id, via: '接口', why: '' }, yearIn(call));
    if ('left' in done) throw new BadInput(done.left.map(undecided));
    return answerNow(call);
  },
});

const undecided = ({ task: { id, title } }: ClosingLine): Problem => ({
  place: `事项 ${id}`,
  message: `《${title}》还没有定`,
  remedy: '请先用 decisions 定下来，或先核验、答复',
});

const reopen = operation({
  verb: 'post',
  path: '/years/{year}/reopening',
  operationId: 'reopenYear',
  summary: '重新打开已封账的年度；封账后10分钟内不用写原因',
  body: { name: 'YearReopening', schema: z.object({ why: Remark.default('') }) },
  answer,
  refusals: [],
  ...closer,
  run: async (call) => {
    const { run, viewer, body } = call;
    await reopenYear(run, { by: viewer.id, via: '接口', why: body.why }, yearIn(call));
    return answerNow(call);
  },
});

/** Closing a year. */
export const closings: readonly Operation[] = [listYears, readClosing, decide, close, reopen];
