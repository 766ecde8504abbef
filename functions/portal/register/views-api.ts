import { z } from 'zod';
import { SavedView } from '../../domain/papers/saved-view.ts';
import { deleteView, readViews, saveView } from '../../flows/views/saved-views.ts';
import { type Operation, operation } from '../api/operation.ts';
import { bookerOf } from '../http/posts.ts';
import { plainAddress, ViewForm } from './views-routes.tsx';

const { id, name, address, owner, isForAll } = SavedView.shape;
const ViewBody = z.object({
  id,
  name,
  address: address.describe('清单的地址'),
  owner: owner.describe('存这个视图的联系人'),
  isForAll: isForAll.describe('所有岗位都看得到'),
});

const bodyOf = (view: SavedView): z.infer<typeof ViewBody> => ({
  id: view.id,
  name: view.name,
  address: view.address,
  owner: view.owner,
  isForAll: view.isForAll,
});

const listViews = operation({
  verb: 'get',
  path: '/views',
  operationId: 'listViews',
  summary: '存下的清单视图：给所有岗位的和自己的',
  answer: {
    name: 'SavedViews',
    schema: z.object({ views: z.array(ViewBody) }),
    description: '视图',
  },
  refusals: [],
  run: async ({ context, run, viewer }) =>
    context.json({ views: (await readViews(run, viewer.id)).map(bodyOf) }),
});

const addView = operation({
  verb: 'post',
  path: '/views',
  operationId: 'addView',
  summary: '把清单的筛选和排列存为视图',
  body: { name: 'NewView', schema: ViewForm },
  answer: { name: 'SavedView', schema: ViewBody, description: '存下的视图' },
  refusals: [],
  run: async ({ context, run, body }) => {
    const wanted = {
      ...body,
      address: plainAddress(body.address),
      isForAll: body.forAll === 'yes',
    };
    return context.json(bodyOf(await saveView(run, bookerOf(context, '接口'), wanted)));
  },
});

const removeView = operation({
  verb: 'delete',
  path: '/views/{id}',
  operationId: 'removeView',
  summary: '删除视图：自己存的，或园区办删给所有岗位的',
  answer: {
    name: 'RemovedView',
    schema: z.object({ id: z.string() }),
    description: '删除的视图',
  },
  refusals: [422],
  run: async ({ context, run, part }) => {
    await deleteView(run, bookerOf(context, '接口'), part('id'));
    return context.json({ id: part('id') });
  },
});

/** Saved views of the register. */
export const savedViews: readonly Operation[] = [listViews, addView, removeView];
