import type { TaskId } from '../../domain/base/ids.ts';
import { own } from '../../domain/base/own.ts';
import { type LinkMove, moveByLink } from '../../flows/tasks/answer-link.ts';
import type { Opened } from '../../flows/tasks/open-link.ts';
import type { Portal } from '../http/portal.ts';
import { attempted, type Refused } from '../register/move-form.ts';

/** Which move each answer of the phone page stands for. */
const actOf: Readonly<Record<string, LinkMove['act']>> = {
  late: 'requestExtension',
  done: 'submit',
  notMine: 'disown',
  support: 'support',
};

/** Makes the move that the form says; answers what was done, or with the form. */
export function press(
  { ports }: Portal,
  { opened, task }: { readonly opened: Opened; readonly task: TaskId },
  fields: Readonly<Record<string, string>>,
): Promise<{ readonly done: string } | Refused> {
  const act = own(actOf, fields['is'] ?? '') ?? 'report';
  const { progress: chosen, ...others } = fields;
  const progress = fields['other'] || chosen;
  return attempted(act, progress ? { ...others, progress } : others, async ({ move, why }) => {
    const key = fields['key'] ?? ports.newId();
    await moveByLink(opened, { task, move: move as LinkMove, why, key });
    return { done: act };
  });
}
