import type { JSX } from 'hono/jsx/jsx-runtime';
import type { YearClosing } from '../../domain/years/closing-line.ts';
import type { FieldFault } from '../http/forms.ts';
import type { Frame } from '../http/frame.ts';
import { Input } from '../ui/input.tsx';
import { Page } from '../ui/page.tsx';
import { ClosingAside, ClosingLead } from './closing-aside.tsx';
import type { ClosingForm } from './closing-form.ts';

/** What can be done with a year that is closed, or was begun to be closed. */
export const ClosedYearForm = ({
  closing: { year, canTakeBack, state },
  form,
  faults,
}: {
  readonly closing: YearClosing;
  readonly form: ClosingForm;
  readonly faults: readonly FieldFault[];
}): JSX.Element => (
  <form class="bulk-form" method="post" action={`/years/${year}`} novalidate>
    <p>
      {state === 'closed'
        ? `${year}年的数字不再变。要改动的，先重新打开。`
        : '封账没有做完，请再按一次封账；要改动的，先重新打开。'}
    </p>
    {state === 'closing' ? (
      <p class="decisions">
        <button class="button primary" type="submit" name="step" value="close">
          封账
        </button>
      </p>
    ) : null}
    {canTakeBack ? <TakeBack /> : <Reopen year={year} form={form} faults={faults} />}
  </form>
);

const TakeBack = (): JSX.Element => (
  <p class="decisions">
    <button class="button" type="submit" name="step" value="undo">
      撤回封账
    </button>
    <span class="muted">封账后10分钟内可以撤回</span>
  </p>
);

const Reopen = ({
  year,
  form,
  faults,
}: {
  readonly year: number;
  readonly form: ClosingForm;
  readonly faults: readonly FieldFault[];
}): JSX.Element => (
  <>
    <Input
      id="closing-why"
      field={{
        name: 'why',
        label: '重新打开的原因（必填）',
        value: form.why,
        attributes: { maxlength: 500 },
        isLong: true,
      }}
      fault={faults.find(({ field }) => field === 'why')?.message}
    />
    <p class="decisions">
      <button class="button" type="submit" name="step" value="reopen">
        重新打开{year}年
      </button>
    </p>
  </>
);

/** Asks once, with the numbers that are final from then on. */
export const CloseAskedPage = ({
  frame,
  closing,
}: {
  readonly frame: Frame;
  readonly closing: YearClosing;
}): JSX.Element => (
  <Page frame={frame} title={`封${closing.year}年的账`} sub="请看一遍数字">
    <ClosingLead closing={closing} />
    <div class="closing">
      <form class="bulk-form" method="post" action={`/years/${closing.year}`}>
        <p>
          封账以后，{closing.year}
          年的数字不再变，不再提醒。封账后10分钟内可以撤回，以后要重新打开须写原因。
        </p>
        <p class="decisions">
          <button
            class="button primary"
            type="submit"
            name="step"
            value="close"
            data-busy="正在封账…"
          >
            封账
          </button>
          <a class="button" href={`/years/${closing.year}`}>
            回收尾
          </a>
        </p>
      </form>
      <ClosingAside closing={closing} />
    </div>
  </Page>
);
