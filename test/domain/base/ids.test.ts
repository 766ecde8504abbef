import { expect, it } from 'vitest';
import { TaskId } from '../../../functions/domain/base/ids.ts';
import { aTask, contactsOf } from '../../support/builders.ts';

/** What takes the id of a task, and nothing else. */
const taken = (id: TaskId): string => id;

it('a text becomes the id of a task where it comes in', () => {
  expect(taken(TaskId.parse('p22-058'))).toBe('p22-058');
  expect(taken(aTask().id)).toBe('lx22-071');
});

it('no other text is the id of a task to the compiler', () => {
  const task = aTask();
  // @ts-expect-error -- any text
  expect(taken('p22-058')).toBe('p22-058');
  // @ts-expect-error -- the id of a contact
  expect(taken(contactsOf()[0]?.id ?? '')).toBe('leader');
  // @ts-expect-error -- a post
  expect(taken(task.owner)).toBe(task.owner);
});
