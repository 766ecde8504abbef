import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ClosingLine, YearClosing } from '../../domain/years/closing-line.ts';
import type { FieldFault } from '../http/forms.ts';
import type { Frame } from '../http/frame.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Page } from '../ui/page.tsx';
import { ChoiceFields } from './choice-fields.tsx';
import { ClosedYearForm } from './closed-year.tsx';
import { ClosingAside, ClosingLead, isWorkLine } from './closing-aside.tsx';
import type { ClosingForm } from './closing-form.ts';
import { ClosingLines } from './closing-lines.tsx';
import { ClosingTargets } from './closing-targets.tsx';

type Props = {
  readonly frame: Frame;
  readonly closing: YearClosing;
  readonly form: ClosingForm;
  readonly faults: readonly FieldFault[];
  /** Units a task can be handed to. */
  readonly units: readonly string[];
};

const waits = (line: ClosingLine): boolean => isWorkLine(line) && line.kind !== 'open';

const stateWords: Readonly<Record<YearClosing['state'], string>> = {
  running: '还没有过完',
  open: '还没有封账',
  closing: '正在封账',
  closed: '已封账',
};

/** Closing a year (收尾): what has to be decided before its numbers are frozen. */
export const ClosingPage = (props: Props): JSX.Element => {
  const { frame, closing, faults } = props;
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
      {faults.length > 0 ? <ErrorSummary act="closing" faults={faults} title="还不能办" /> : null}
      <ClosingLead closing={closing} />
      <div class="closing">
        <div>
          {state === 'open' ? <Open {...props} /> : null}
          {state === 'closing' || state === 'closed' ? <ClosedYearForm {...props} /> : null}
        </div>
        <ClosingAside closing={closing} />
      </div>
    </Page>
  );
};

/** The form of a year that is over and not closed. */
const Open = ({ closing, ...props }: Props): JSX.Element => {
  const { lines, asTheyAre, year } = closing;
  const works = lines.filter(isWorkLine);
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
        lines={lines.filter((line) => !isWorkLine(line))}
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
