import { Hono } from 'hono';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import type { ClosingDecision } from '../../domain/years/closing-choice.ts';
import type { YearClosing } from '../../domain/years/closing-line.ts';
import type { BulkLine, BulkMaker } from '../../flows/tasks/bulk.ts';
import { closeYear, reopenYear } from '../../flows/years/close-year.ts';
import { closingOf } from '../../flows/years/closing-list.ts';
import { decideLines } from '../../flows/years/decide-lines.ts';
import { type FieldFault, faultsOf, listFields } from '../http/forms.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import type { Env, Portal } from '../http/portal.ts';
import { bookerOf, ownedUnits } from '../http/posts.ts';
import { loose, YearNumber } from '../http/query.ts';
import { shown } from '../http/shown.ts';
import { undoTime } from '../http/undo-time.ts';
import { type BulkForm, batchOf, readBulkForm } from '../register/bulk-form.ts';
import { BulkDonePage, BulkPreviewPage, type Hidden } from '../register/bulk-page.tsx';
import { logFaults } from '../register/log-faults.ts';
import { CloseAskedPage } from './closed-year.tsx';
import { type ClosingForm, decisionsIn, readClosingForm, withPicked } from './closing-form.ts';
import { ClosingPage } from './closing-page.tsx';

/** Closing a year (收尾): its list, decisions about it, closing and reopening. */
export function closingPages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/:year{\\d{4}}', async (context) => {
    const year = closableYear(context);
    if (year === undefined) return context.notFound();
    return answer(context, portal, { year, form: readClosingForm({}) });
  });
  app.post('/:year{\\d{4}}', async (context) => {
    const year = closableYear(context);
    if (year === undefined) return context.notFound();
    const form = readClosingForm(await listFields(context));
    return stepsOf[form.step](context, portal, { year, form });
  });
  return app;
}

const closableYear = (context: Desk): number | undefined =>
  mayInPark(context.var.viewer, 'closeYear')
    ? loose(YearNumber).parse(context.req.param('year'))
    : undefined;

type Asked = { readonly year: number; readonly form: ClosingForm };
type Step = (context: Desk, portal: Portal, asked: Asked) => Promise<Response>;

const stepsOf: Readonly<Record<ClosingForm['step'], Step>> = {
  fields: answer,
  save: decide,
  make: decide,
  preview,
  ask,
  close: (context, portal, asked) => turned(context, portal, asked, closeYear),
  undo: (context, portal, asked) => turned(context, portal, asked, reopenYear),
  reopen: (context, portal, asked) => turned(context, portal, asked, reopenYear),
};

async function answer(
  context: Desk,
  portal: Portal,
  { year, form }: Asked,
  faults: readonly FieldFault[] = [],
): Promise<Response> {
  const { run, viewer } = context.var;
  const closing = await closingOf(run, viewer, year);
  const frame = frameOf(context, portal);
  const page = <ClosingPage {...{ frame, closing, form, faults }} units={ownedUnits(run)} />;
  return shown(context, page, faults.length > 0 ? 400 : 200);
}

/** Makes what was decided, each line alone. */
async function decide(context: Desk, portal: Portal, asked: Asked): Promise<Response> {
  const { run, viewer } = context.var;
  const { year } = asked;
  const closing = await closingOf(run, viewer, year);
  const { decisions, faults } = decisionsIn(asked.form, [...closing.lines, ...closing.asTheyAre]);
  if (faults.length > 0) return answer(context, portal, asked, faults);
  if (decisions.length === 0) return context.redirect(`/years/${year}`, 303);
  const { maker, form } = bulkOf(context, portal, asked);
  const made = await decideLines(run, maker, { year, decisions, isPreview: false });
  logFaults(context, portal);
  // What is decided of figures is kept with the year, and no move of a task.
  const lines = made.filter((_, at) => !isOfFigures(decisions[at]));
  if (lines.length === 0) return context.redirect(`/years/${year}`, 303);
  const frame = frameOf(context, portal);
  const until = undoTime(run, run.now);
  return shown(context, <BulkDonePage {...{ frame, form, lines, until }} />);
}

const isOfFigures = (decision: ClosingDecision | undefined): boolean =>
  decision?.choice === 'asItIs' || decision?.choice === 'awaitFigure';

/** What the decision for the picked lines would change. */
async function preview(
  context: Desk,
  portal: Portal,
  { year, form: sent }: Asked,
): Promise<Response> {
  const { run, viewer } = context.var;
  const { lines: open } = await closingOf(run, viewer, year);
  const asked = { year, form: withPicked(sent) };
  const { decisions, faults } = decisionsIn(asked.form, open);
  const wrong = [...missing(sent), ...faults];
  if (wrong.length > 0) return answer(context, portal, { year, form: sent }, wrong);
  const { maker, form } = bulkOf(context, portal, asked);
  const lines = await decideLines(run, maker, { year, decisions, isPreview: true });
  const frame = frameOf(context, portal);
  const page = { frame, form, lines, entered: '', action: `/years/${year}` };
  return shown(context, <BulkPreviewPage {...page} hidden={carriedOf(asked.form, maker.batch)} />);
}

function missing({ picked, one }: ClosingForm): readonly FieldFault[] {
  if (picked.size === 0) return [{ field: '', message: '请先勾选要一起定的事项。' }];
  return one.choice === '' ? [{ field: 'choice', message: '请选怎么定。' }] : [];
}

const carriedOf =
  ({ said }: ClosingForm, batch: string) =>
  (free: readonly BulkLine[]): Hidden => [
    ['batch', batch],
    ...free.flatMap(({ task, version }): Hidden => {
      const { choice = '', to = '', unit = '', words = '' } = said.get(task) ?? {};
      return [
        [`choice-${task}`, choice],
        [`to-${task}`, to],
        [`unit-${task}`, unit],
        [`words-${task}`, words],
        [`seen-${task}`, String(version ?? '')],
      ];
    }),
  ];

function bulkOf(
  context: Desk,
  portal: Portal,
  { year, form: { step, batch: sent } }: Asked,
): { readonly maker: BulkMaker; readonly form: BulkForm } {
  const batch = batchOf({ step, batch: sent }, portal);
  const maker = { ...bookerOf(context), why: '', batch };
  return { maker, form: { ...readBulkForm({ view: [`/years/${year}`] }), batch } };
}

/** The numbers, to be confirmed; or what is still open, each with a link to it. */
async function ask(context: Desk, portal: Portal, asked: Asked): Promise<Response> {
  const { run, viewer } = context.var;
  const closing = await closingOf(run, viewer, asked.year);
  const faults = closing.lines.map(openLine);
  if (faults.length > 0) return answer(context, portal, asked, faults);
  return shown(context, <CloseAskedPage frame={frameOf(context, portal)} closing={closing} />);
}

const openLine = ({ task }: YearClosing['lines'][number]): FieldFault => ({
  field: `choice-${task.id}`,
  message: `《${task.title}》还没有定`,
});

async function turned(
  context: Desk,
  portal: Portal,
  asked: Asked,
  turn: typeof closeYear | typeof reopenYear,
): Promise<Response> {
  const { year, form } = asked;
  try {
    const done = await turn(context.var.run, { ...bookerOf(context), why: form.why }, year);
    if ('left' in done) return answer(context, portal, asked, done.left.map(openLine));
  } catch (fault) {
    return answer(context, portal, asked, faultsOf(fault));
  }
  return context.redirect(`/years/${year}`, 303);
}
