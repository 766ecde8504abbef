import type { Context } from 'hono';
import { TaskId } from '../../domain/base/ids.ts';

/** The link and the task that an address names. */
export const partsOf = ({ req }: Context): { readonly code: string; readonly task: TaskId } => ({
  code: req.param('code') ?? '',
  task: TaskId.parse(req.param('task') ?? ''),
});
