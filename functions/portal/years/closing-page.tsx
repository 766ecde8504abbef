import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ClosingLine, YearClosing } from '../../domain/years/closing-line.ts';
import type { FieldFault } from '../http/forms.ts';
import type { Frame } from '../http/frame.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Page } from '../ui/page.tsx';
import { ChoiceFields } from './choice-fields.tsx';
import { ClosingAside, ClosingBar } from './closing-aside.tsx';
import type { ClosingForm } from './closing-form.ts';
import { ClosingLines, ClosingTargets } from './closing-lines.tsx';

type Props = {
  readonly frame: Frame;
  readonly closing: YearClosing;
  readonly form: ClosingForm;
  readonly faults: readonly FieldFault[];
  /** Units a task can be handed to. */
  readonly units: readonly string[];
  /** What was done just now, with the way to take it back. */
  readonly children?: Child;
};

const isWork = ({ kind }: ClosingLine): boolean => kind !== 'targetWithoutLastPeriod';
const waits = ({ kind }: ClosingLine): boolean =>
  isWork({ kind } as ClosingLine) && kind !== 'open';

const stateWords: Readonly<Record<YearClosing['state'], string>> = {
  running: '还没有过完',
  open: '还没有封账',
  closing: '正在封账',
  closed: '已封账',
};

/** Closing a year (收尾): what has to be decided before its numbers are frozen. */
export const ClosingPage = (props: Props): JSX.Element => {
  const { frame, closing, faults, children } = props;
  const { year, state } = closing;
  const title = `${faults.length > 0 ? '有错误：' : ''}${year}年收尾`;
  return (
    <Page
      frame={frame}
      title={title}
      sub={stateWords[state]}
      tools={
        <div class="tools">
          <a class="button" href={`/years/${year}/account`}>
            年度账目
          </a>
        </div>
      }
    >
      {children}
      {faults.length > 0 ? <ErrorSummary act="closing" faults={faults} title="还不能办" /> : null}
      <p class="lead">{leadWords(closing)}</p>
      <ClosingBar decided={closing.decided} />
      <div class="closing">
        <div>
          {state === 'open' ? <Open {...props} /> : null}
          {state === 'closing' || state === 'closed' ? <Closed {...props} /> : null}
        </div>
        <ClosingAside closing={closing} />
      </div>
    </Page>
  );
};

function leadWords({ lines, decided, state, year }: YearClosing): string {
  const { promised, onTime, late, done, undecided } = decided;
  const closed = onTime + late + done;
  const ended = `${promised} 项工作里 ${closed} 项已办结，${promised - closed - undecided} 项已定`;
  if (state === 'running') return `${ended}。${year}年过完以后才能收尾、封账。`;
  if (state !== 'open') return `${ended}。`;
  const works = lines.filter(isWork).length;
  const targets = lines.length - works;
  const left = [works > 0 ? `${works} 项工作` : '', targets > 0 ? `${targets} 项指标` : ''];
  const words = left.filter((each) => each !== '').join('、');
  return words === ''
    ? `${ended}，都定了，可以封账。`
    : `${ended}，还要定 ${words}。都定了才能封账。`;
}

/** The form of a year that is over and not closed. */
const Open = ({ closing, ...props }: Props): JSX.Element => {
  const { lines, asTheyAre, year } = closing;
  const works = lines.filter(isWork);
  return (
    <form class="bulk-choice" method="post" action={`/years/${year}`} novalidate>
      <ClosingLines
        {...props}
        lines={works.filter(waits)}
        title="有人等着答复的"
        note="先办这些，办完自动移走"
      />
      <ClosingLines {...props} lines={works.filter((line) => !waits(line))} title="没有办结的" />
      {works.some(({ kind }) => kind === 'open') ? <Together {...props} /> : null}
      <ClosingTargets
        {...props}
        lines={lines.filter((line) => !isWork(line))}
        settled={asTheyAre}
      />
      <p class="decisions">
        {lines.length + asTheyAre.length > 0 ? (
          <button class="button primary" type="submit" name="step" value="save">
            保存
          </button>
        ) : null}
        <button class="button" type="submit" name="step" value="ask">
          封账，印年度账目
        </button>
      </p>
    </form>
  );
};

/** One decision for all the lines that are picked, shown before it is made. */
const Together = ({
  form,
  units,
  faults,
}: Pick<Props, 'form' | 'units' | 'faults'>): JSX.Element => (
  <fieldset class="closing-together">
    <legend>勾选的一起定</legend>
    <ChoiceFields
      of=""
      name="勾选的"
      choices={['carryOver', 'deemDone', 'suspend', 'withdraw']}
      said={form.one}
      units={units}
      faults={faults}
    />
    <button class="button" type="submit" name="step" value="preview">
      看会变什么
    </button>
  </fieldset>
);

/** What can be done with a year that is closed. */
const Closed = ({ closing, form, faults }: Props): JSX.Element => {
  const { year, canTakeBack, state } = closing;
  const fault = faults.find(({ field }) => field === 'why')?.message;
  return (
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
      {canTakeBack ? (
        <p class="decisions">
          <button class="button" type="submit" name="step" value="undo">
            撤回封账
          </button>
          <span class="muted">封账后10分钟内可以撤回</span>
        </p>
      ) : (
        <>
          <p class={fault ? 'field has-fault' : 'field'}>
            <label for="closing-why">重新打开的原因（必填）</label>
            {fault ? (
              <span class="fault" id="closing-why-fault">
                {fault}
              </span>
            ) : null}
            <input
              id="closing-why"
              name="why"
              value={form.why}
              maxlength={500}
              aria-invalid={fault ? 'true' : undefined}
              aria-describedby={fault ? 'closing-why-fault' : undefined}
            />
          </p>
          <p class="decisions">
            <button class="button" type="submit" name="step" value="reopen">
              重新打开{year}年
            </button>
          </p>
        </>
      )}
    </form>
  );
};

/** Asks once, with the numbers that will not change any more. */
export const CloseAskedPage = ({
  frame,
  closing,
}: Pick<Props, 'frame' | 'closing'>): JSX.Element => (
  <Page frame={frame} title={`封${closing.year}年的账`} sub="请看一遍数字">
    <p class="lead">{leadWords(closing)}</p>
    <ClosingBar decided={closing.decided} />
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
