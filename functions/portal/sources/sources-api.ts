import { SourceId } from '../../domain/base/ids.ts';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import { openContext } from '../../flows/context/open-context.ts';
import type { Booker } from '../../flows/funding/book-steps.ts';
import { answerSource } from '../../flows/sources/answer-source.ts';
import { changeReaders } from '../../flows/sources/change-readers.ts';
import { type SourceView, sourceView, sourceViews } from '../../flows/sources/source-view.ts';
import { type Call, found, type Operation, operation } from '../api/operation.ts';
import { answerKept, seenIn, unlessOvertaken } from '../api/versions.ts';
import { bookerOf } from '../http/posts.ts';
import {
  AnswerSource,
  ChangeSource,
  SourceBody,
  SourcesBody,
  sourceBody,
} from './source-schemas.ts';

/** The source that the path names, as it stands now. @throws {HTTPException} 404 */
const sourceFor = async ({ run, viewer, portal, part }: Call): Promise<SourceView> =>
  found(
    await sourceView(
      await openContext(run.park.id, portal.ports),
      viewer,
      SourceId.parse(part('id')),
    ),
  );

const tellSource = async (call: Call): Promise<Response> => {
  const view = await sourceFor(call);
  return answerKept(call, sourceBody(view), view);
};

/** Makes a change of the source that the path names, and returns the source as it stands then. */
async function changed(
  call: Call,
  make: (booker: Booker, of: { readonly id: SourceId; readonly seen: number }) => Promise<unknown>,
): Promise<Response> {
  const { id } = (await sourceFor(call)).source;
  return unlessOvertaken(
    call,
    async () => {
      await make(bookerOf(call.context, '接口'), { id, seen: seenIn(call) });
      return tellSource(call);
    },
    async () => sourceBody(await sourceFor(call)),
  );
}

/** What can be read and done of the sources. */
export const sourceCalls: readonly Operation[] = [
  operation({
    verb: 'get',
    path: '/sources',
    operationId: 'listSources',
    summary: '来源：计划、批示、会议议定等，按编号',
    answer: { name: 'Sources', schema: SourcesBody, description: '能看到的来源' },
    refusals: [],
    run: async ({ context, run, viewer }) =>
      context.json({ sources: (await sourceViews(run, viewer)).map(sourceBody) }),
  }),
  operation({
    verb: 'get',
    path: '/sources/{id}',
    operationId: 'readSource',
    summary: '一个来源，ETag 是它的版本',
    answer: { name: 'Source', schema: SourceBody, description: '来源' },
    refusals: [],
    run: tellSource,
  }),
  operation({
    verb: 'patch',
    path: '/sources/{id}',
    operationId: 'changeSource',
    summary: '改谁能看：公开，或只限指定的岗位',
    body: { name: 'ChangeSource', schema: ChangeSource },
    answer: { name: 'Source', schema: SourceBody, description: '改好的来源' },
    refusals: [],
    ifMatch: true,
    may: (viewer) => mayInPark(viewer, 'enterPlan'),
    run: async (call) => {
      const { readers } = call.body;
      return changed(call, (booker, of) => changeReaders(call.run, booker, { ...of, readers }));
    },
  }),
  operation({
    verb: 'put',
    path: '/sources/{id}/answer',
    operationId: 'answerSource',
    summary: '设、改或取消报送：何时向谁报送什么，由园区办的一项工作提醒',
    body: { name: 'AnswerSource', schema: AnswerSource },
    answer: { name: 'Source', schema: SourceBody, description: '改好的来源' },
    refusals: [],
    ifMatch: true,
    may: (viewer) => mayInPark(viewer, 'enterPlan'),
    run: async (call) => {
      const { answer } = call.body;
      return changed(call, (booker, of) => answerSource(call.run, booker, { ...of, answer }));
    },
  }),
];
