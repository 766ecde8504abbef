import { Hono, type MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { Moment } from '../../domain/base/parsing.ts';
import { BadInput } from '../../domain/base/problems.ts';
import { GapChoice } from '../../domain/deadlines/gap.ts';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import { readGap } from '../../flows/wake/stored-gap.ts';
import { textFields } from '../http/forms.ts';
import { safePath } from '../http/guard.ts';
import type { Env, Portal } from '../http/portal.ts';

/** Lets the pages of who may answer it show the question about a gap. */
export const withGap =
  ({ asking }: Portal): MiddlewareHandler<Env> =>
  async (context, next) => {
    const { run, viewer } = context.var;
    const isShown = asking !== null && mayInPark(viewer, 'answerGap');
    context.set('gap', isShown ? await readGap(run) : null);
    return next();
  };

const Answer = z.object({ askedAt: Moment, choice: GapChoice });

const unclear = (): BadInput =>
  new BadInput([
    { place: '补发', message: '没有说明怎么发', remedy: '请回到总览，按两个按钮之一' },
  ]);

/** Where the question about a gap is answered. */
export function gapPages({ asking }: Portal): Hono<Env> {
  const app = new Hono<Env>();
  app.post('/gap', async (context) => {
    const { viewer } = context.var;
    if (!mayInPark(viewer, 'answerGap')) return context.notFound();
    const { back, ...fields } = await textFields(context);
    const given = Answer.safeParse(fields);
    if (!given.success) throw unclear();
    if (!asking) return context.notFound();
    const { askedAt, choice } = given.data;
    const chooser = { askedAt, by: viewer.id, name: viewer.post };
    const answer = (await asking.answer(chooser, choice))?.answer;
    const isOwn = answer?.by === viewer.id && answer.choice === choice;
    return context.redirect(`${safePath(back)}?ok=${isOwn ? 'chosen' : 'overtaken'}`, 303);
  });
  return app;
}
