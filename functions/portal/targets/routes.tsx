import { Hono } from 'hono';
import { Conflict } from '../../domain/base/faults.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { actorFor } from '../../flows/context/actor.ts';
import { refuseUnseen } from '../../flows/context/update-record.ts';
import { bookSteps } from '../../flows/funding/book-steps.ts';
import { readMoney, readStep, type StepRead } from '../../flows/funding/money.ts';
import { returnFigures } from '../../flows/reporting/report-figures.ts';
import { readFigures } from '../../flows/targets/read-figures.ts';
import { readTarget, type TargetRead } from '../../flows/targets/target.ts';
import { readBoard } from '../../flows/views/board.ts';
import { FundingPage } from '../funding/funding-page.tsx';
import { FundingStepPage } from '../funding/stage-page.tsx';
import { type FieldFault, faultsOf, textFields } from '../http/forms.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import type { Env, Portal } from '../http/portal.ts';
import { bookerOf } from '../http/posts.ts';
import { shown } from '../http/shown.ts';
import { namesOf } from '../ui/names.ts';
import type { NotTaken } from '../ui/simple-form.tsx';
import { bookingOf, figureOf } from './figure-form.ts';
import { TargetPage } from './target-page.tsx';
import { TargetsPage } from './targets-page.tsx';

type Fields = NotTaken['fields'];

/** The year's targets, and each with the form that returns its figures. */
export function targetPages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  const answer = (
    context: Desk,
    read: TargetRead,
    notTaken: NotTaken | null,
  ): Promise<Response> => {
    const postOf = namesOf(context.var.run, []).contact;
    const formKey = portal.needs.newId();
    const view = { frame: frameOf(context, portal), read, postOf, notTaken, formKey };
    return Promise.resolve(shown(context, <TargetPage {...view} />, notTaken ? 400 : 200));
  };
  app.get('/', async (context) => {
    const { run, viewer } = context.var;
    const board = await readBoard(run, viewer);
    return shown(context, <TargetsPage frame={frameOf(context, portal)} board={board} />);
  });
  app.get('/:id', async (context) => {
    const { run, viewer } = context.var;
    const read = await readTarget(run, viewer, context.req.param('id'));
    return read ? answer(context, read, null) : context.notFound();
  });
  app.post('/:id', async (context) => {
    const { run, viewer } = context.var;
    const read = await readTarget(run, viewer, context.req.param('id'));
    if (!read) return context.notFound();
    const fields = await textFields(context);
    const faults = await taken(() => give(context, portal, read, fields));
    if (faults.length > 0) {
      const now = await readTarget(run, viewer, read.kept.value.id);
      // A tick answers one number: it is asked for again with the next one.
      const { confirm: _, ...typed } = fields;
      return answer(context, now ?? read, { fields: typed, faults });
    }
    return context.redirect(`/targets/${read.kept.value.id}?ok=returned`, 303);
  });
  return app;
}

async function give(
  context: Desk,
  { needs }: Portal,
  { kept, receiving }: TargetRead,
  fields: Fields,
): Promise<readonly FieldFault[]> {
  const booker = bookerOf(context);
  actorFor(context.var.run, receiving.task, booker.by, 'report');
  const figure = figureOf(fields, receiving);
  if ('faults' in figure) {
    // What is wrong may come from what others changed: that is told first.
    refuseUnseen(kept.value.id, kept, seenIn(fields));
    return figure.faults;
  }
  const { key } = fields;
  await returnFigures(booker, [figure], needs, { key, seen: seenIn(fields) });
  return [];
}

/** The money by stage, and each stage with the form that books it. */
export function fundingPages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  const answer = (context: Desk, read: StepRead, notTaken: NotTaken | null): Promise<Response> => {
    const postOf = namesOf(context.var.run, []).contact;
    const view = { frame: frameOf(context, portal), read, postOf, notTaken };
    return Promise.resolve(shown(context, <FundingStepPage {...view} />, notTaken ? 400 : 200));
  };
  app.get('/', async (context) => {
    const { run, viewer } = context.var;
    const money = await readMoney(run, viewer);
    return shown(context, <FundingPage frame={frameOf(context, portal)} money={money} />);
  });
  app.get('/:step', async (context) => {
    const { run, viewer } = context.var;
    const read = await readStep(run, viewer, context.req.param('step'));
    return read ? answer(context, read, null) : context.notFound();
  });
  app.post('/:step', async (context) => {
    const { run, viewer } = context.var;
    const read = await readStep(run, viewer, context.req.param('step'));
    if (!read) return context.notFound();
    const fields = await textFields(context);
    const faults = await taken(() => book(context, portal, read, fields));
    if (faults.length > 0) {
      const now = await readStep(run, viewer, read.kept.value.id);
      return answer(context, now ?? read, { fields, faults });
    }
    return context.redirect('/funding?ok=booked', 303);
  });
  return app;
}

async function book(
  context: Desk,
  { needs }: Portal,
  { kept }: StepRead,
  fields: Fields,
): Promise<readonly FieldFault[]> {
  const { run } = context.var;
  const booking = bookingOf(fields, localDay(run.now, run.rules));
  if ('faults' in booking) return booking.faults;
  refuseUnseen(kept.value.id, kept, seenIn(fields));
  const { amount: amountFen, ...said } = booking;
  const step = { ...kept.value, ...said, amountFen };
  const read = await readFigures(run.park.id, needs);
  const now = read.steps.get(step.id) ?? kept;
  if (now.version !== kept.version) return [OVERTAKEN];
  await bookSteps(bookerOf(context), [step], read, needs);
  return [];
}

const OVERTAKEN: FieldFault = {
  field: '',
  message: '别人刚刚改动了这一项，下面已是最新的情况，请核对后再提交。',
};

/** The version of the record that the form was filled in before. */
const seenIn = ({ version }: Fields): number | undefined =>
  version === undefined ? undefined : Number(version);

/** Lets `work` be done; answers with what is wrong. */
async function taken(work: () => Promise<readonly FieldFault[]>): Promise<readonly FieldFault[]> {
  try {
    return await work();
  } catch (fault) {
    return fault instanceof Conflict ? [OVERTAKEN] : faultsOf(fault);
  }
}
