import { owed } from '../quantities/metric.ts';
import { outside } from '../text/sentences.ts';

const LONGEST_LABEL = 60;

/** Where the colon of a label such as 工作目标是： stands; -1 without one. */
export function colonOf(text: string): number {
  const colon = text.indexOf('：');
  if (colon < 0 || colon > LONGEST_LABEL || outside(text)[colon] !== true) return -1;
  if (/\d$/u.test(text.slice(0, colon)) && /^\d/u.test(text.slice(colon + 1))) return -1;
  const label = text.slice(0, colon);
  // 续建项目6个：… counts the names to come.
  return owed(label).length > 0 && !/(?:项目|工程|任务|事项)\d+(?:个|项|件)$/u.test(label)
    ? -1
    : colon;
}
