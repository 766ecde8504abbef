import { ReviewId } from '../../domain/base/ids.ts';
import { PORTION, publishReview } from '../../flows/sources/publish-review.ts';
import { dropReview, reopenReview } from '../../flows/sources/turn-review.ts';
import { undoPublication } from '../../flows/sources/undo-publication.ts';
import { Nothing } from '../api/call-input.ts';
import { type Call, operation } from '../api/operation.ts';
import { bookerOf } from '../http/posts.ts';
import { answerPlan, may, planFor } from './call.ts';
import { OnePlan, PublishedBody, PublishPlan, UndonePlan } from './schemas.ts';

/** Carries out `act` on the plan that the path names, and returns the plan. */
const onPlan =
  (act: typeof dropReview) =>
  async (call: Call): Promise<Response> => {
    const id = ReviewId.parse(call.part('id'));
    await planFor(call, id);
    await act(call.run, bookerOf(call.context, '接口'), id);
    return answerPlan(call, id);
  };

/** `POST /plans/{id}/publish` */
export const publishPlan = operation({
  verb: 'post',
  path: '/plans/{id}/publish',
  operationId: 'publishPlan',
  summary: `发布：一次登记至多 ${PORTION} 项，没有登记完时再调用`,
  body: { name: 'PublishPlan', schema: PublishPlan },
  answer: { name: 'Published', schema: PublishedBody, description: '进度' },
  refusals: [409],
  may,
  run: async (call) => {
    const id = ReviewId.parse(call.part('id'));
    await planFor(call, id);
    const wish = { ...call.body, most: PORTION };
    return call.context.json(
      await publishReview(call.run, bookerOf(call.context, '接口'), id, wish),
    );
  },
});

/** `POST /plans/{id}/undo` */
export const undoPlan = operation({
  verb: 'post',
  path: '/plans/{id}/undo',
  operationId: 'undoPlan',
  summary: '10分钟内撤回发布：登记的事项退出清单，草稿和编号保留；之后有人办过的不动',
  body: { name: 'Nothing', schema: Nothing },
  answer: { name: 'UndonePlan', schema: UndonePlan, description: '撤回了几项，没有撤回的写明原因' },
  refusals: [409],
  may,
  run: async (call) => {
    const id = ReviewId.parse(call.part('id'));
    await planFor(call, id);
    const booker = bookerOf(call.context, '接口');
    return call.context.json(await undoPublication(call.run, booker, id));
  },
});

/** `POST /plans/{id}/drop` */
export const dropPlan = operation({
  verb: 'post',
  path: '/plans/{id}/drop',
  operationId: 'dropPlan',
  summary: '放弃一份没有发布的计划',
  body: { name: 'Nothing', schema: Nothing },
  answer: { name: 'Plan', schema: OnePlan, description: '放弃以后的计划' },
  refusals: [409],
  may,
  run: onPlan(dropReview),
});

/** `POST /plans/{id}/reopen` */
export const reopenPlan = operation({
  verb: 'post',
  path: '/plans/{id}/reopen',
  operationId: 'reopenPlan',
  summary: '没有登记完的发布回到核对；登记过的事项保留',
  body: { name: 'Nothing', schema: Nothing },
  answer: { name: 'Plan', schema: OnePlan, description: '回到核对的计划' },
  refusals: [409],
  may,
  run: onPlan(reopenReview),
});
