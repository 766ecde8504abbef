import type { Context } from 'hono';
import { type FormItem, nextAsked, unchanged } from '../../domain/papers/reporting-form.ts';
import { textFields } from '../http/forms.ts';
import { shown } from '../http/shown.ts';
import { ReturnsDone } from './after-page.tsx';
import { isFilled, readAnswers } from './answers.ts';
import { ReturnsCheck } from './check-page.tsx';
import { formViewOf, ofOthers, typedIn } from './desk-view.ts';
import type { FormFields, ReadForm } from './fields.ts';
import { formName, ReturnsForm } from './form-page.tsx';
import { ReturnsProblems } from './problems-page.tsx';
import type { PageResponse, ReturnDesk } from './return-desk.ts';
import type { FormView } from './view.ts';

/** Shows the form; once all is there, what comes next, unless what was sent is asked for. */
export async function openReturns(context: Context, desk: ReturnDesk): Promise<Response> {
  const items = await desk.items();
  const { all, change } = context.req.query();
  const view = formViewOf(desk, items, { changing: change ?? null });
  if (items.length === 0) {
    const { title, words } = desk.nothing;
    return shown(context, desk.around(title, <p class="count">{words}</p>));
  }
  if (all === undefined && change === undefined && items.every(({ isAnswered }) => isAnswered)) {
    const next = nextAsked(items, desk.run.rules);
    const body = <ReturnsDone view={view} next={next} />;
    return shown(context, desk.around(`${formName(view)}已交齐`, body));
  }
  return form(context, desk, view);
}

const form = (context: Context, desk: ReturnDesk, view: FormView): PageResponse =>
  shown(
    context,
    desk.around(`${formName(view)}，${view.items.length} 项`, <ReturnsForm view={view} />),
  );

/** Takes what was sent, each item by itself; what is wrong or to be confirmed comes back alone. */
export async function sendReturns(context: Context, desk: ReturnDesk): Promise<Response> {
  const sent = await textFields(context);
  const items = await desk.items();
  const typed = typedIn(sent);
  const empty = items.filter((item) => !item.isAnswered && !isFilled(item, typed));
  const view = formViewOf(desk, items, { fields: typed });
  if (sent['rest'] === 'back') return form(context, desk, view);
  if (sent['rest'] === 'ask' && empty.length > 0) {
    const body = <ReturnsCheck view={view} empty={empty} />;
    return shown(context, desk.around(checkTitle(empty), body));
  }
  const rest = new Set(sent['rest'] === 'yes' ? (sent['ids'] ?? '').split(' ') : []);
  const read = readAnswers(items, typed, rest, desk.run);
  const said = { ...read, faults: [...read.faults, ...ofOthers(items, typed)] };
  if (isNothing(said)) {
    const faults = [{ id: '', field: '', message: '还没有填任何一项，请填好以后再提交' }];
    return problems(context, desk, formViewOf(desk, items, { fields: typed, faults }), []);
  }
  return record(context, desk, typed, { said, key: sent['key'] ?? desk.newId() });
}

function checkTitle(empty: readonly FormItem[]): string {
  const same = empty.length - unchanged(empty).owed.length;
  return same > 0 ? `请核对：${same} 项都无变化吗？` : '请核对：剩下的数还要填';
}

const isNothing = ({ answers, questions, faults }: ReadForm): boolean =>
  answers.length + questions.length + faults.length === 0;

async function record(
  context: Context,
  desk: ReturnDesk,
  typed: FormFields,
  { said, key }: { readonly said: ReadForm; readonly key: string },
): Promise<Response> {
  const refused = await desk.answer(said.answers, key);
  const faults = [
    ...said.faults,
    ...[...refused].map(([id, message]) => ({ id, field: `i-${id}`, message })),
  ];
  if (faults.length + said.questions.length === 0) {
    return context.redirect(`${desk.address}?ok=sent`, 303);
  }
  const now = await desk.itemsAfter();
  const view = formViewOf(desk, now, { fields: typed, faults, questions: said.questions });
  const received = said.answers.map(({ id }) => id).filter((id) => !refused.has(id));
  return problems(context, desk, view, received);
}

function problems(
  context: Context,
  desk: ReturnDesk,
  view: FormView,
  received: readonly string[],
): PageResponse {
  const isWrong = view.faults.length > 0;
  const title = `${isWrong ? '有错误：' : '请核对：'}${formName(view)}`;
  const body = <ReturnsProblems view={view} received={received} />;
  return shown(context, desk.around(title, body), isWrong ? 400 : 200);
}
