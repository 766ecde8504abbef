import { Hono, type MiddlewareHandler } from 'hono';
import { Conflict } from '../../domain/base/faults.ts';
import type { PolicyVersion } from '../../domain/policy/policy-version.ts';
import { forbiddenInPark } from '../../domain/tasks/park-permissions.ts';
import { type Adoption, earliestDay, refuseOvertaken } from '../../flows/policy/adopt-policy.ts';
import { rehearsePolicy } from '../../flows/policy/rehearse-policy.ts';
import { type FieldFault, faultsOf, textFields } from '../http/forms.ts';
import { type Desk, frameOf } from '../http/frame.ts';
import type { Env, Portal } from '../http/portal.ts';
import { shown } from '../http/shown.ts';
import { namesOf } from '../ui/names.ts';
import { adopt } from './adopting.ts';
import { draftOf, type PolicyDraft } from './draft.ts';
import { policyFields } from './form.ts';
import { PolicyPage } from './policy-page.tsx';
import { latestPolicy, policyVersionOf } from './policy-versions.ts';
import { PolicyRehearsalPage } from './rehearsal-page.tsx';
import type { PolicyFields } from './rows.ts';

/** Writing a policy, trying it, going back to it, and adopting just what was tried. */
export function policyPages(portal: Portal): Hono<Env> {
  const app = new Hono<Env>();
  app.use(onlyAdopters);
  app.get('/', (context) => {
    const { run } = context.var;
    const base = policyVersionOf(run, context.req.query('version')) ?? latestPolicy(run);
    const marks = {
      base: String(base.policy.version),
      seen: String(latestPolicy(run).policy.version),
      from: earliestDay(run).toString(),
    };
    return formPage(context, portal, { ...policyFields(base.policy), ...marks }, nothing);
  });
  app.post('/draft', async (context) =>
    formPage(context, portal, await textFields(context), nothing),
  );
  app.post('/rehearsal', async (context) => {
    const fields = await textFields(context);
    const done = await attempted(context, fields, (draft) =>
      rehearsePolicy(context.var.run, adoptionOf(context, fields, draft)),
    );
    if ('faults' in done) return formPage(context, portal, fields, done);
    const postOf = namesOf(context.var.run, []).contact;
    const view = { frame: frameOf(context, portal), rehearsal: done.value, fields, postOf };
    return shown(context, <PolicyRehearsalPage {...view} />);
  });
  app.post('/adoption', async (context) => {
    const fields = await textFields(context);
    const done = await attempted(context, fields, (draft) =>
      adopt(context.var.run, adoptionOf(context, fields, draft), portal),
    );
    if ('faults' in done) return formPage(context, portal, fields, done);
    return context.redirect('/settings?ok=adopted', 303);
  });
  return app;
}

/** Nobody else is shown that there is such a page. */
const onlyAdopters: MiddlewareHandler<Env> = async (context, next) => {
  if (forbiddenInPark(context.var.viewer, 'adoptPolicy') !== undefined) return context.notFound();
  return next();
};

/** What is wrong with the fields; overtaken: another policy was adopted meanwhile. */
type Against = { readonly faults: readonly FieldFault[]; readonly isOvertaken: boolean };

const nothing: Against = { faults: [], isOvertaken: false };

/** Runs `work` with the parsed fields, or returns all validation errors. */
async function attempted<Value>(
  { var: { run } }: Desk,
  fields: PolicyFields,
  work: (draft: PolicyDraft) => Promise<Value>,
): Promise<{ readonly value: Value } | Against> {
  try {
    refuseOvertaken(run, Number(fields['seen']));
    const base = policyVersionOf(run, fields['base']) ?? latestPolicy(run);
    const draft = draftOf(fields, base.policy, earliestDay(run));
    return 'faults' in draft ? { ...nothing, ...draft } : { value: await work(draft) };
  } catch (fault) {
    return { faults: faultsOf(fault), isOvertaken: fault instanceof Conflict };
  }
}

/** What is tried and what is adopted are one and the same. */
const adoptionOf = (
  { var: { run, viewer } }: Desk,
  { seen }: PolicyFields,
  { document, from }: PolicyDraft,
): Adoption => ({
  document,
  effectiveFrom: from.toZonedDateTime(run.park.timeZone).toInstant(),
  by: viewer.id,
  seen: Number(seen),
});

/** The form with what was typed; one that was overtaken goes on from the newer policy. */
function formPage(
  context: Desk,
  portal: Portal,
  typed: PolicyFields,
  { faults, isOvertaken }: Against,
): Response | Promise<Response> {
  const { run } = context.var;
  const fields = isOvertaken ? overtaking(typed, latestPolicy(run)) : typed;
  const view = {
    frame: frameOf(context, portal),
    filled: { fields, faults },
    earliest: earliestDay(run),
    based: `以第 ${fields['base'] ?? ''} 版为底稿`,
  };
  return shown(context, <PolicyPage {...view} />, faults.length > 0 ? 400 : 200);
}

/** Who began with an older version on purpose keeps to it. */
function overtaking(typed: PolicyFields, { policy }: PolicyVersion): PolicyFields {
  const seen = String(policy.version);
  return { ...typed, seen, ...(typed['base'] === typed['seen'] && { base: seen }) };
}
