import { BadInput } from '../../domain/base/problems.ts';

/** Why a task cannot be changed, in words for its mover. */
export const taskRefusal = (task: string, message: string, remedy: string): BadInput =>
  new BadInput([{ place: `事项 ${task}`, message, remedy }]);
