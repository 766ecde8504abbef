import { z } from 'zod';
import { Day } from '../../domain/base/parsing.ts';
import { Role } from '../../domain/base/role.ts';
import type { UnitMove } from '../../domain/contacts/unit-move.ts';
import { UnitWish } from '../../domain/contacts/unit-wish.ts';
import { maySeeSettings } from '../../domain/tasks/read-permissions.ts';
import {
  cancelUnitMove,
  checkUnitMove,
  previewUnitMove,
} from '../../flows/contacts/rename-unit.ts';
import { type Operation, operation } from '../api/operation.ts';
import { wishKeyOf } from '../api/versions.ts';
import { bookerOf } from '../http/posts.ts';
import { mayKeep } from './call.ts';
import { renameFrom, unitsOf } from './unit-acts.ts';

const MoveBody = z.object({
  id: z.string(),
  unit: z.string(),
  to: z.string(),
  on: Day,
  why: z.string(),
  state: z
    .enum(['ahead', 'moving', 'done'])
    .describe('ahead：还没有生效；moving：已生效，事项正在更新；done：已办完'),
  isMerge: z.boolean().describe('是否并入另一个单位'),
});

const UnitsBody = z.object({
  units: z.array(
    z.object({
      name: z.string(),
      formerNames: z.array(
        z.object({
          name: z.string(),
          until: Day.describe('从这一天起用后来的名称'),
          isMerged: z.boolean(),
        }),
      ),
      contacts: z.array(z.string()).describe('联系人编号'),
      tasks: z.int().describe('牵头的在办事项数'),
      hidden: z.int().describe('其中不公开、没有计入的项数'),
    }),
  ),
  moves: z.array(MoveBody),
});

const PreviewBody = z.object({
  isMerge: z.boolean(),
  isAhead: z.boolean(),
  tasks: z.int(),
  nodes: z.int(),
  supported: z.int().describe('配合的事项数'),
  contacts: z.array(z.string()),
  sources: z.int().describe('指定其岗位可见的不公开来源数'),
  doubled: z
    .array(z.object({ role: Role, holders: z.array(z.string()) }))
    .describe('两个单位各有一个的岗位，须在 heads 里选定由谁担任'),
});

const moveBody = (move: UnitMove): z.input<typeof MoveBody> => {
  const { id, unit, to, on, why, state, isMerge } = move;
  return { id, unit, to, on: on.toString(), why, state, isMerge };
};

const listUnits = operation({
  verb: 'get',
  path: '/directory/units',
  operationId: 'listUnits',
  summary: '单位，和它们的原名称',
  answer: { name: 'Units', schema: UnitsBody, description: '单位和改名、并入的记录' },
  refusals: [],
  may: maySeeSettings,
  run: async ({ context, run, viewer }) => {
    const units = (await unitsOf(run, viewer)).map(({ formerNames, contacts, ...unit }) => ({
      ...unit,
      formerNames: formerNames.map((each) => ({ ...each, until: each.until.toString() })),
      contacts: contacts.map(({ id }) => id),
    }));
    return context.json({ units, moves: run.unitMoves.map(moveBody) });
  },
});

const preview = operation({
  verb: 'post',
  path: '/directory/units/preview',
  operationId: 'previewUnitMove',
  summary: '预览单位改名或并入，不改任何记录',
  body: { name: 'UnitWish', schema: UnitWish },
  answer: { name: 'UnitPreview', schema: PreviewBody, description: '会改动什么' },
  refusals: [422],
  may: mayKeep,
  run: async ({ context, run, body }) => {
    await checkUnitMove(run, body);
    const { contacts, doubled, ...counts } = await previewUnitMove(run, body);
    return context.json({
      ...counts,
      contacts: contacts.map(({ id }) => id),
      doubled: doubled.map(({ role, holders }) => ({ role, holders: holders.map(({ id }) => id) })),
    });
  },
});

const rename = operation({
  verb: 'post',
  path: '/directory/units/moves',
  operationId: 'renameUnit',
  summary: '单位改名，或并入另一个单位；联系人和没有办结的事项随单位走',
  body: { name: 'UnitWish', schema: UnitWish },
  answer: { name: 'UnitMove', schema: MoveBody, description: '改名或并入的记录' },
  refusals: [409, 422],
  once: true,
  may: mayKeep,
  run: async (call) => {
    const { context, run, body, portal } = call;
    const { key } = wishKeyOf(call);
    const by = bookerOf(context, '接口');
    const request = { park: run.park.id, ...by, ...(key && { key: `${by.by}.${key}` }) };
    return context.json(moveBody(await renameFrom(run, request, body, portal)));
  },
});

const cancel = operation({
  verb: 'post',
  path: '/directory/units/moves/{id}/cancellation',
  operationId: 'cancelUnitMove',
  summary: '取消还没有生效的单位改名或并入',
  answer: {
    name: 'UnitMoveCancelled',
    schema: z.object({ cancelled: z.string() }),
    description: '取消了哪一次',
  },
  refusals: [422],
  may: mayKeep,
  run: async ({ context, run, part }) => {
    const id = part('id');
    await cancelUnitMove(run, { park: run.park.id, ...bookerOf(context, '接口') }, id);
    return context.json({ cancelled: id });
  },
});

/** What can be read and done of the units. */
export const unitCalls: readonly Operation[] = [listUnits, preview, rename, cancel];
