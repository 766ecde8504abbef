import type { Temporal } from 'temporal-polyfill';
import { handsOverUnits, type UnitMove } from './unit-move.ts';

/** `自2022年7月1日起，规划建设局更名为自然资源和建设局`, with the reason where one is given. */
export function unitMoveWords(
  move: Pick<UnitMove, 'unit' | 'to' | 'on' | 'isMerge'> & Partial<Pick<UnitMove, 'why'>>,
): string {
  const { unit, to, on, isMerge, why = '' } = move;
  const words = `自${dateWords(on)}起，${unit}${isMerge ? '并入' : '更名为'}${to}`;
  return why === '' ? words : `${words}（${why}）`;
}

/** `2022年7月1日` */
const dateWords = ({ year, month, day }: Temporal.PlainDate): string =>
  `${year}年${month}月${day}日`;

/** What a task's history says that was done. */
export const unitMoveWhat = ({ isMerge }: UnitMove): string => (isMerge ? '单位并入' : '单位改名');

/**
 * What one who is or was the owner of a unit reads of `move`: that its tasks stay, that there are new
 * ones to be signed for, or who has them now.
 *
 * @param contact - id of the contact that is told.
 * @param ownerAfter - the name of the post that has the tasks now.
 */
export function unitToldWords(move: UnitMove, contact: string, ownerAfter: string): string {
  const { unit, to, tasks } = move;
  const words = unitMoveWords({ ...move, why: '' });
  const given = handsOverUnits(move);
  if (contact !== move.ownerAfter) {
    const lost = contact === move.ownerBefore && given.includes(unit) ? unit : to;
    return `${words}。原${lost}的工作由${ownerAfter}负责，不再提醒贵岗位。`;
  }
  const stays =
    tasks === 0
      ? '今后的提醒使用新名称'
      : `原${unit}的${tasks}项工作由贵单位继续负责，期限和要求不变`;
  const own = given.includes(unit)
    ? `原${unit}的${tasks}项工作现由贵单位负责，已另行交办，请签收`
    : stays;
  const others = given.includes(to) ? `；原${to}的工作也由贵单位负责，已另行交办，请签收` : '';
  return `${words}，${own}${others}。`;
}
