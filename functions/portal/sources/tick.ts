import { TaskId } from '../../domain/base/ids.ts';
import { offerNames } from '../../flows/sources/offers.ts';
import type { TakenChange } from '../../flows/sources/settle-changes.ts';

/** A tick of the list of changes: the task, what of it, and its version as it was shown. */
export const tickOf = ({ task, offer, version }: TakenChange): string =>
  `${task}.${offer}@${version}`;

/** What a tick stands for; undefined if it is none. */
export function takenIn(tick: string): TakenChange | undefined {
  const [, task = '', name, version] = /^(.+)\.(\w+)@(\d{1,9})$/u.exec(tick) ?? [];
  const offer = offerNames.find((each) => each === name);
  return offer && { task: TaskId.parse(task), offer, version: Number(version) };
}
