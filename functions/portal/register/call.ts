import { HTTPException } from 'hono/http-exception';
import { TaskId } from '../../domain/base/ids.ts';
import type { Change } from '../../domain/contacts/change.ts';
import type { TaskRow } from '../../domain/papers/board.ts';
import { sightOf } from '../../flows/context/sight.ts';
import { readRow } from '../../flows/views/board.ts';
import type { Call } from '../api/operation.ts';
import { answerKept } from '../api/versions.ts';
import { itemOf } from './schemas.ts';

/** Returns a task and its version. */
export const answerWith = (call: Call, row: TaskRow): Response =>
  answerKept(call, itemOf(row), row);

/** Every change of `task`, oldest first. */
export const historyFor = ({ run, portal }: Call, task: TaskId): Promise<readonly Change[]> =>
  portal.ports.register.history(run.park.id, task);

/** @throws {HTTPException} 404 for a task that is not there or not to be seen. */
export async function rowFor(call: Call): Promise<TaskRow> {
  const { run, viewer } = call;
  const stored = await run.ports.register.task(run.park.id, TaskId.parse(call.part('id')));
  if (!stored || !(await sightOf(run, viewer)).sees(stored.task)) throw new HTTPException(404);
  return readRow(run, stored);
}
