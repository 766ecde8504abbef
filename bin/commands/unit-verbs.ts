import { inChinese, problemsOf } from '../../functions/domain/base/parsing.ts';
import { BadInput } from '../../functions/domain/base/problems.ts';
import { roleName } from '../../functions/domain/base/role.ts';
import { UnitWish } from '../../functions/domain/contacts/unit-wish.ts';
import { unitMoveWords } from '../../functions/domain/contacts/unit-words.ts';
import { unitsIn } from '../../functions/domain/contacts/units.ts';
import { openTasksByUnit } from '../../functions/flows/contacts/open-tasks.ts';
import {
  cancelUnitMove,
  checkUnitMove,
  previewUnitMove,
  renameUnit,
} from '../../functions/flows/contacts/rename-unit.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import { finishUnitMoves } from '../../functions/flows/wake/finish-unit-moves.ts';
import type { Terminal } from '../command.ts';
import type { ParkAccess } from '../park-access.ts';

/** Options of the verbs about units. */
export const unitOptions = {
  to: { type: 'string' },
  on: { type: 'string' },
  heads: { type: 'string' },
  preview: { type: 'boolean' },
} as const;

type UnitCall = {
  /** The name of the unit, or the id of a move. */
  readonly id: string;
  readonly options: {
    readonly to?: string;
    readonly on?: string;
    readonly why?: string;
    readonly heads?: string;
    readonly preview?: boolean;
  };
  readonly out: Terminal['out'];
};

/** Prints each unit with its former names and open tasks, then the moves that are not finished. */
export async function listUnits(
  { park, ports }: ParkAccess,
  { out }: Pick<UnitCall, 'out'>,
): Promise<void> {
  const run = await openContext(park, ports);
  const tasksOf = await openTasksByUnit(park, run.ports);
  for (const { name, formerNames } of unitsIn(run)) {
    const former = formerNames.map((each) => `原${each.name}（至${each.until.toString()}）`);
    out([name, `${tasksOf(name)}项`, ...former].join('\t'));
  }
  for (const move of run.unitMoves) {
    const state = { ahead: '还没有生效', moving: '事项正在更新', done: '' }[move.state];
    if (state !== '') out([move.id, unitMoveWords(move), state].join('\t'));
  }
}

/** Renames a unit, or merges it into another one; with `--preview` prints what that would change. */
export async function renameUnitByCommand(
  { park, ports }: ParkAccess,
  { id, options, out }: UnitCall,
): Promise<void> {
  const run = await openContext(park, ports);
  const wish = wishOf(id, options);
  await checkUnitMove(run, wish);
  const preview = await previewUnitMove(run, wish);
  const { isMerge, tasks, nodes, contacts, doubled } = preview;
  out(
    `${unitMoveWords({ ...wish, isMerge })}：${tasks}项工作、${nodes}个节点、${contacts.length}个联系人。`,
  );
  if (options.preview) {
    for (const { role, holders } of doubled) {
      const names = holders.map((each) => `${each.post}（${each.id}）`).join('和');
      out(`并入以后的${roleName[role]}须选定：${names}，写成 --heads ${role}=编号`);
    }
    return;
  }
  const move = await renameUnit(run, { park }, wish);
  await finishUnitMoves(await openContext(park, ports));
  out(
    move.state === 'ahead'
      ? `已安排，到那一天生效；取消：contact keep-unit ${move.id}`
      : '已生效。',
  );
}

/** Takes back a move whose day lies ahead. */
export async function keepUnit(
  { park, ports }: ParkAccess,
  { id, out }: Pick<UnitCall, 'id' | 'out'>,
): Promise<void> {
  await cancelUnitMove(await openContext(park, ports), { park }, id);
  out('已取消，名称不变。');
}

/** The move that the options describe. */
function wishOf(unit: string, { to, on, why, heads = '' }: UnitCall['options']): UnitWish {
  const chosen = heads.split(',').filter((each) => each !== '');
  const said = {
    unit,
    to,
    on,
    why,
    heads: Object.fromEntries(chosen.map((each) => each.split('=', 2))),
  };
  const parsed = UnitWish.safeParse(said, { error: inChinese });
  if (parsed.success) return parsed.data;
  throw new BadInput(problemsOf(parsed.error, `单位 ${unit}`));
}
