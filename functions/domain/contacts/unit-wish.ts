import { z } from 'zod';
import { ContactId } from '../base/ids.ts';
import { Day, Label, Remark } from '../base/parsing.ts';
import type { Problem } from '../base/problems.ts';
import { Role, roleName } from '../base/role.ts';
import type { DirectoryRecord } from './directory-record.ts';
import { UnitName } from './unit-move.ts';
import { unitNamesOf } from './unit-names.ts';
import { unitMoveWords } from './unit-words.ts';
import { type Doubled, doubledPosts, hasUnit } from './units.ts';

/** How a unit is to be renamed, or merged into another one. */
export const UnitWish = z.object({
  unit: Label.describe('单位现在的名称'),
  to: UnitName.describe('新名称；是另一个单位的名称时，并入那个单位'),
  on: Day.describe('自哪一天起；早于今天的立即生效，晚于今天的到那一天生效'),
  why: Remark.min(1, '请写明依据，例如机构改革方案的文号').describe('依据'),
  heads: z
    .partialRecord(Role, ContactId)
    .default({})
    .describe('并入时两个单位各有一个的岗位由谁担任：身份 → 联系人编号'),
});
export type UnitWish = Readonly<z.infer<typeof UnitWish>>;

/** Problems with a move of a unit; `isKnown` says that open tasks name the unit. */
export function againstUnitMove(
  record: DirectoryRecord,
  wish: UnitWish,
  isKnown: boolean,
): readonly Problem[] {
  const { unit, to } = wish;
  const { unitNow } = unitNamesOf(record.unitMoves);
  const place = `单位 ${unit}`;
  const problem = (message: string, remedy: string): readonly Problem[] => [
    { place, message, remedy },
  ];
  if (unitNow(unit) !== unit) {
    return problem(`现在叫${unitNow(unit)}`, '请填现在的名称');
  }
  if (!isKnown && !hasUnit(record, unit)) return problem('没有这个单位', '请核对名称');
  if (to === unit) return problem('新名称与现在的名称相同', '请填另一个名称');
  if (unitNow(to) !== to && unitNow(to) !== unit) {
    return problem(`“${to}”是${unitNow(to)}从前的名称，不能再用`, '请换一个名称');
  }
  const pending = record.unitMoves.find(
    (move) =>
      move.state !== 'done' && [move.unit, move.to].some((each) => [unit, to].includes(each)),
  );
  if (pending) {
    const words = unitMoveWords({ ...pending, why: '' });
    return problem(`已经安排“${words}”，还没有办完`, '请等办完，或先取消那一次安排');
  }
  return doubledPosts(record, unit, to).flatMap((doubled) => againstHead(doubled, wish, place));
}

/** That nobody was chosen for a post of which each unit has a contact. */
function againstHead(
  { role, holders }: Doubled,
  { heads, unit, to }: UnitWish,
  place: string,
): readonly Problem[] {
  const head = heads[role];
  if (head !== undefined && holders.some(({ id }) => id === head)) return [];
  const names = holders.map(({ post, id }) => `${post}（${id}）`).join('和');
  const message = `${unit}和${to}各有一个${roleName[role]}：${names}`;
  return [{ place, message, remedy: `请选定并入以后由谁担任${roleName[role]}` }];
}
