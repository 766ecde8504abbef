import { Hono, type MiddlewareHandler } from 'hono';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import { maySeeSettings } from '../../domain/tasks/read-permissions.ts';
import { calendarYears, enteredIn } from '../../flows/calendar/calendar-years.ts';
import { openQuestions } from '../../flows/calendar/enter-holidays.ts';
import { type NoticeReview, reviewNotice } from '../../flows/calendar/review-notice.ts';
import { openContext } from '../../flows/context/open-context.ts';
import { type FieldFault, faultsOf, listFields } from '../http/forms.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import type { Env, Portal } from '../http/portal.ts';
import { bookerOf } from '../http/posts.ts';
import { shown } from '../http/shown.ts';
import type { NotTaken } from '../ui/simple-form.tsx';
import { enterNotice, removeNotice } from './entering.ts';
import { HolidaysPage } from './holidays-page.tsx';
import { NoticePage } from './notice-page.tsx';

/** The holidays of the park: pasting a notice, looking through it, entering and removing it. */
export function holidayPages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/', (context) =>
    maySeeSettings(context.var.viewer) ? holidaysPage(context, portal, null) : context.notFound(),
  );
  app.use(onlyEnterers);
  app.post('/draft', async (context) =>
    holidaysPage(context, portal, { fields: firsts(await listFields(context)), faults: [] }),
  );
  app.post('/review', async (context) => {
    const form = await noticeForm(context);
    const review = reviewed(context, form);
    return 'length' in review
      ? refused(context, portal, form.fields, review)
      : noticePage(context, portal, { form, review, faults: [] });
  });
  app.post('/entry', async (context) => enterForm(context, portal, await noticeForm(context)));
  app.post('/removal', async (context) => {
    const { year, seen } = firsts(await listFields(context));
    try {
      const change = { ...bookerOf(context), seen: Number(seen) };
      await removeNotice(context.var.run, Number(year), change, portal);
    } catch (fault) {
      return refused(context, portal, {}, faultsOf(fault));
    }
    return context.redirect('/settings/calendar?ok=holidaysRemoved', 303);
  });
  return app;
}

/** Nobody else is shown that there is such a page. */
const onlyEnterers: MiddlewareHandler<Env> = async (context, next) =>
  mayInPark(context.var.viewer, 'enterHolidays') ? next() : context.notFound();

type NoticeForm = {
  readonly fields: Readonly<Record<string, string>>;
  readonly accepted: readonly string[];
};

const noticeForm = async (context: Desk): Promise<NoticeForm> => {
  const fields = await listFields(context);
  return { fields: firsts(fields), accepted: fields['accepted'] ?? [] };
};

const firsts = (
  fields: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).map(([name, [first = '']]) => [name, first]));

/** What was pasted, as the flows take it. A year that is no number is none that a notice can be of. */
const pastedIn = ({
  fields,
}: NoticeForm): { readonly text: string; readonly year: number | null } => {
  const year = (fields['year'] ?? '').trim();
  const isNumber = /^\d{4}$/.test(year);
  return { text: fields['text'] ?? '', year: year === '' ? null : isNumber ? Number(year) : 0 };
};

function reviewed({ var: { run } }: Desk, form: NoticeForm): NoticeReview | readonly FieldFault[] {
  try {
    return reviewNotice(run, pastedIn(form));
  } catch (fault) {
    return faultsOf(fault).map((each) => ({ ...each, field: 'text' }));
  }
}

async function enterForm(context: Desk, portal: Portal, form: NoticeForm): Promise<Response> {
  const { run } = context.var;
  const review = reviewed(context, form);
  if ('length' in review) return refused(context, portal, form.fields, review);
  const open = openQuestions(review, form.accepted);
  if (open.length > 0) {
    const faults = open.map(({ key, message }) => ({
      field: `accepted-${review.questions.findIndex((each) => each.key === key)}`,
      message: `没有确认：${message}`,
    }));
    return noticePage(context, portal, { form, review, faults });
  }
  try {
    const change = { ...bookerOf(context), seen: Number(form.fields['seen']) };
    const entry = { ...pastedIn(form), accepted: form.accepted, ...change };
    await enterNotice(run, entry, portal);
  } catch (fault) {
    return refused(context, portal, form.fields, faultsOf(fault));
  }
  return context.redirect('/settings/calendar?ok=holidaysEntered', 303);
}

type Looked = {
  readonly form: NoticeForm;
  readonly review: NoticeReview;
  readonly faults: readonly FieldFault[];
};

function noticePage(
  context: Desk,
  portal: Portal,
  { form: { fields, accepted }, review, faults }: Looked,
): Response | Promise<Response> {
  const view = { review, accepted, faults, seen: fields['seen'] ?? '' };
  const page = <NoticePage frame={frameOf(context, portal)} {...view} />;
  return shown(context, page, faults.length > 0 ? 400 : 200);
}

/** The form again, with what was pasted; what others entered meanwhile is shown above it. */
async function refused(
  context: Desk,
  portal: Portal,
  fields: NotTaken['fields'],
  faults: readonly FieldFault[],
): Promise<Response> {
  context.set('run', await openContext(context.var.run.park.id, portal.ports));
  return holidaysPage(context, portal, { fields, faults });
}

async function holidaysPage(
  context: Desk,
  portal: Portal,
  notTaken: NotTaken | null,
): Promise<Response> {
  const { run, viewer } = context.var;
  const version = enteredIn(run)?.version ?? null;
  const view = {
    frame: frameOf(context, portal),
    years: calendarYears(run),
    version,
    history: version === null ? [] : await run.ports.register.holidaysHistory(run.park.id),
    mayEnter: mayInPark(viewer, 'enterHolidays'),
    notTaken,
  };
  const isWrong = (notTaken?.faults.length ?? 0) > 0;
  return shown(context, <HolidaysPage {...view} />, isWrong ? 400 : 200);
}
