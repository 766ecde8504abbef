import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Day, OneLine } from '../../domain/base/parsing.ts';
import { BadInput } from '../../domain/base/problems.ts';
import { type BulkAct, bulkActs, MAX_BULK } from '../../domain/tasks/bulk-act.ts';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import { type BulkLine, makeBulk, previewBulk } from '../../flows/tasks/bulk.ts';
import { operation } from '../api/operation.ts';
import { wishKeyOf } from '../api/versions.ts';
import { MoveForm, moveOf } from './move-form.ts';

const BulkBody = z.object({
  items: z
    .array(
      z.object({
        id: OneLine.brand<'TaskId'>(),
        version: z.int().exactOptional().describe('预览时的版本；之后改过的事项不办，写明原因'),
        due: Day.exactOptional().describe('核定期限时，这一项自己的日期'),
      }),
    )
    .min(1)
    .max(MAX_BULK),
  move: MoveForm.describe(`手续，可以是 ${bulkActs.join('、')}`),
  preview: z.boolean().default(false).describe('只预览，不改动'),
});

/** What became of each task of a bulk. */
export const BulkResult = z.object({
  batch: z.string().describe('这一次成批办理的编号，重发同一个 Idempotency-Key 时相同'),
  lines: z.array(
    z.object({
      id: z.string(),
      version: z.int().nullable().describe('办理以前的版本'),
      from: z.string(),
      to: z.string(),
      refusal: z.string().nullable().describe('没有办成的原因'),
    }),
  ),
});

/** `POST /items/moves` */
export const moveItems = operation({
  verb: 'post',
  path: '/items/moves',
  operationId: 'moveItems',
  summary: '对多项事项办理同一项手续；各项分别办理，办不成的写明原因',
  body: { name: 'BulkMove', schema: BulkBody },
  answer: { name: 'BulkResult', schema: BulkResult, description: '每一项的变化，或没有办成的原因' },
  refusals: [],
  once: true,
  may: (viewer) => mayInPark(viewer, 'moveMany'),
  run: async (call) => {
    const { run, viewer, body, context } = call;
    refuseAct(body);
    const batch = wishKeyOf(call).key;
    const maker = { by: viewer.id, why: body.move.why, via: '接口', batch };
    const requests = [...new Map(body.items.map((item) => [item.id, item])).values()].map(
      ({ id, version, due }) => ({
        task: id,
        move: moveOf(withDue(body.move, due)),
        ...(version !== undefined && { seen: version }),
      }),
    );
    const lines = await (body.preview ? previewBulk : makeBulk)(run, maker, requests);
    return context.json({ batch, lines: lines.map(bulkBodyOf) });
  },
});

type Sent = z.output<typeof BulkBody>;

/** @throws {BadInput} for an act that cannot be done with many tasks, or takes no date of each. */
function refuseAct({ move, items }: Sent): void {
  const { act } = move;
  const isBulk = bulkActs.includes(act as BulkAct) && !amendsMore(move);
  if (isBulk && (act === 'redate' || items.every(({ due }) => due === undefined))) return;
  const message = isBulk ? '只有核定期限可以给各项不同的日期' : '这项手续不能成批办理';
  const acts = `可以成批办理的是：${bulkActs.join('、')}；调整只能改所属工作`;
  const remedy = isBulk ? '请去掉 items 里的 due' : acts;
  throw new BadInput([{ place: isBulk ? 'items' : 'move.act', message, remedy }]);
}

const amendsMore = (move: Sent['move']): boolean =>
  move.act === 'amend' && Object.keys(move).some((name) => !ONE_PLACE.has(name));

/** What an amendment of many tasks says. */
const ONE_PLACE: ReadonlySet<string> = new Set(['act', 'why', 'place']);

const withDue = (move: Sent['move'], due: Temporal.PlainDate | undefined): Sent['move'] =>
  move.act === 'redate' && due !== undefined ? { ...move, due } : move;

/** `line` as the API shows it. */
export const bulkBodyOf = ({ task, version, from, to, refusal }: BulkLine): object => ({
  id: task,
  version,
  from,
  to,
  refusal,
});
