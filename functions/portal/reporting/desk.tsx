import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import {
  dayOfForm,
  type FormItem,
  nextAsked,
  unchanged,
} from '../../domain/papers/reporting-form.ts';
import { localDay } from '../../domain/policy/hours.ts';
import type { Run } from '../../flows/context/run.ts';
import type { Refusals, ReturnAnswer } from '../../flows/reporting/answer-form.ts';
import { textFields } from '../http/forms.ts';
import { shown } from '../http/shown.ts';
import { ReturnsDone, ReturnsProblems } from './after-page.tsx';
import { isFilled, readAnswers } from './answers.ts';
import { ReturnsCheck } from './check-page.tsx';
import { type Fields, isOfItem, type Said } from './fields.ts';
import { formName, ReturnsForm } from './form-page.tsx';
import type { FormView } from './view.ts';

/** One form of returns, whoever opens it: behind a link, or signed in. */
export type ReturnDesk = {
  readonly run: Run;
  /** Where the form is. */
  readonly address: string;
  readonly addressOf: (id: string) => string;
  /** The items as the request found them. */
  readonly items: () => Promise<readonly FormItem[]>;
  /** The items as they stand after something was sent, with what others did meanwhile. */
  readonly itemsAfter: () => Promise<readonly FormItem[]>;
  readonly answer: (answers: readonly ReturnAnswer[], key: string) => Promise<Refusals>;
  readonly newId: () => string;
  /** What the page says where nothing is asked for: a message knows of itself alone. */
  readonly nothing: { readonly title: string; readonly words: string };
  /** What stands around the form. */
  readonly around: (title: string, body: Child) => JSX.Element;
};

type Answer = Response | Promise<Response>;

/** Shows the form; once all is there, what comes next, unless what was sent is asked for. */
export async function openReturns(context: Context, desk: ReturnDesk): Promise<Response> {
  const items = await desk.items();
  const { all, change } = context.req.query();
  const view = viewOf(desk, items, { changing: change ?? null });
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

const form = (context: Context, desk: ReturnDesk, view: FormView): Answer =>
  shown(
    context,
    desk.around(`${formName(view)}，${view.items.length} 项`, <ReturnsForm view={view} />),
  );

/** Takes what was sent, each item by itself; what is wrong or asked back comes back alone. */
export async function sendReturns(context: Context, desk: ReturnDesk): Promise<Response> {
  const sent = await textFields(context);
  const items = await desk.items();
  const typed = typedIn(sent);
  const empty = items.filter((item) => !item.isAnswered && !isFilled(item, typed));
  const view = viewOf(desk, items, { fields: typed });
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
    return problems(context, desk, viewOf(desk, items, { fields: typed, faults }), []);
  }
  return record(context, desk, typed, { said, key: sent['key'] ?? desk.newId() });
}

function checkTitle(empty: readonly FormItem[]): string {
  const same = empty.length - unchanged(empty).owed.length;
  return same > 0 ? `请核对：${same} 项都无变化吗？` : '请核对：剩下的数还要填';
}

const isNothing = ({ answers, questions, faults }: Said): boolean =>
  answers.length + questions.length + faults.length === 0;

async function record(
  context: Context,
  desk: ReturnDesk,
  typed: Fields,
  { said, key }: { readonly said: Said; readonly key: string },
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
  const view = viewOf(desk, now, { fields: typed, faults, questions: said.questions });
  const received = said.answers.map(({ id }) => id).filter((id) => !refused.has(id));
  return problems(context, desk, view, received);
}

function problems(
  context: Context,
  desk: ReturnDesk,
  view: FormView,
  received: readonly string[],
): Answer {
  const isWrong = view.faults.length > 0;
  const title = `${isWrong ? '有错误：' : '请核对：'}${formName(view)}`;
  const body = <ReturnsProblems view={view} received={received} />;
  return shown(context, desk.around(title, body), isWrong ? 400 : 200);
}

/** What was filled in for items that others are responsible for by now; nothing of it is recorded. */
function ofOthers(items: readonly FormItem[], typed: Fields): Said['faults'] {
  const isOwn = (name: string): boolean =>
    items.some(({ task }) => `${name.slice(2)}-`.startsWith(`${task.id}-`));
  const isForeign = Object.entries(typed).some(
    ([name, value]) => !name.startsWith('n-') && value.trim() !== '' && !isOwn(name),
  );
  const message = '填写的内容里有的事项已经不由本岗位负责，这些没有记录';
  return isForeign ? [{ id: '', field: '', message }] : [];
}

/** The fields of items among those that were sent. */
const typedIn = (sent: Fields): Fields =>
  Object.fromEntries(Object.entries(sent).filter(([name]) => isOfItem(name)));

function viewOf(
  { run, address, addressOf, newId }: ReturnDesk,
  items: readonly FormItem[],
  over: Partial<Pick<FormView, 'fields' | 'faults' | 'questions' | 'changing'>>,
): FormView {
  const { now, rules } = run;
  const today = localDay(now, rules);
  return {
    now,
    rules,
    today,
    day: dayOfForm(items) ?? today,
    items,
    address,
    addressOf,
    changeOf: (id) => `${address}?change=${encodeURIComponent(id)}`,
    nonce: newId(),
    fields: {},
    faults: [],
    questions: [],
    changing: null,
    ...over,
  };
}
