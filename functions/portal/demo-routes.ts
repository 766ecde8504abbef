import type { Hono } from 'hono';
import { Day } from '../domain/base/parsing.ts';
import { BadInput } from '../domain/base/problems.ts';
import { textFields } from './http/forms.ts';
import { safePath } from './http/guard.ts';
import type { Env, Portal } from './http/portal.ts';

/** Adds the routes that move the demonstration's clock. */
export function addDemo(app: Hono<Env>, { demo }: Portal): void {
  if (!demo) return;
  app.post('/demo/next', async (context) => {
    await demo.next();
    return context.redirect(`${safePath((await textFields(context))['back'])}?ok=moved`, 303);
  });
  app.post('/demo/to', async (context) => {
    const { back, day } = await textFields(context);
    const wanted = Day.safeParse(day);
    if (!wanted.success) {
      const message = `“${day ?? ''}”不是存在的日期`;
      throw new BadInput([{ place: '时钟', message, remedy: '请选一个日期' }]);
    }
    await demo.to(wanted.data);
    return context.redirect(`${safePath(back)}?ok=moved`, 303);
  });
}
