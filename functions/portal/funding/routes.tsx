import { Hono } from 'hono';
import { TaskId } from '../../domain/base/ids.ts';
import { localDay } from '../../domain/policy/hours.ts';
import { refuseUnseen } from '../../flows/context/update-record.ts';
import { bookSteps } from '../../flows/funding/book-steps.ts';
import { readMoney, readStep, type StepRead } from '../../flows/funding/money.ts';
import { readFigures } from '../../flows/targets/read-figures.ts';
import { type FieldFault, textFields } from '../http/forms.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import { OVERTAKEN, seenByPost, taken } from '../http/overtaken.ts';
import type { Env, Portal } from '../http/portal.ts';
import { bookerOf } from '../http/posts.ts';
import { shown } from '../http/shown.ts';
import { askedYear } from '../http/year.ts';
import { namesOf } from '../ui/names.ts';
import type { NotTaken } from '../ui/simple-form.tsx';
import { FundingPage } from './funding-page.tsx';
import { bookingOf } from './stage-form.ts';
import { FundingStepPage } from './stage-page.tsx';

type Fields = NotTaken['fields'];

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
    const money = await readMoney(run, viewer, askedYear(context));
    const frame = frameOf(context, portal, money.years);
    return shown(context, <FundingPage frame={frame} money={money} />);
  });
  app.get('/:step', async (context) => {
    const { run, viewer } = context.var;
    const read = await readStep(run, viewer, TaskId.parse(context.req.param('step')));
    return read ? answer(context, read, null) : context.notFound();
  });
  app.post('/:step', async (context) => {
    const { run, viewer } = context.var;
    const read = await readStep(run, viewer, TaskId.parse(context.req.param('step')));
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
  { ports }: Portal,
  { kept }: StepRead,
  fields: Fields,
): Promise<readonly FieldFault[]> {
  const { run } = context.var;
  const booking = bookingOf(fields, localDay(run.now, run.rules));
  if ('faults' in booking) return booking.faults;
  refuseUnseen(kept.value.id, kept, seenByPost(fields));
  const { amount: amountFen, ...said } = booking;
  const step = { ...kept.value, ...said, amountFen };
  const read = await readFigures(run.park.id, ports);
  const now = read.steps.get(step.id) ?? kept;
  if (now.version !== kept.version) return [OVERTAKEN];
  await bookSteps(run, bookerOf(context), [step], read);
  return [];
}
