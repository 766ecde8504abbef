import type { JSX } from 'hono/jsx/jsx-runtime';
import { dayWords } from '../../domain/base/words.ts';
import { type Difference, tallied } from '../../domain/messages/rehearsal-difference.ts';
import { stepKeyOf } from '../../domain/tasks/occasion-codec.ts';
import { occasionWords } from '../../domain/tasks/occasion-words.ts';
import type { PolicyRehearsal } from '../../flows/policy/rehearse-policy.ts';
import type { Frame } from '../http/frame.ts';
import type { NameFinder } from '../ui/names.ts';
import { Page } from '../ui/page.tsx';
import { changeName, DifferenceList, DifferenceTotals } from './rehearsal-tables.tsx';
import type { PolicyFields } from './rows.ts';

type Props = {
  readonly frame: Frame;
  readonly rehearsal: PolicyRehearsal;
  /** The form as it was filled in, which goes on to whatever is pressed. */
  readonly fields: PolicyFields;
  readonly postOf: NameFinder;
};

/** What each step that `differences` are of is called, by its key. */
function stepNameIn(differences: readonly Difference[]): NameFinder {
  const names = new Map(
    differences.map(({ occasion }) => [stepKeyOf(occasion), occasionWords(occasion)]),
  );
  return (step) => names.get(step) ?? step;
}

/** What a policy would do, before it is adopted: by contact first, then line by line. */
export const PolicyRehearsalPage = ({ frame, rehearsal, fields, postOf }: Props): JSX.Element => {
  const { policy, from, span, differences } = rehearsal;
  const until = dayWords(span[1], frame.today);
  return (
    <Page frame={frame} title="试算结果" sub={`督办规则第 ${policy.version} 版，还没有采用`}>
      <p class="lead">{headline(differences)}</p>
      <p class="muted">
        从{dayWords(from, frame.today)}起执行，算到{until}
        ；假定没有一项办结、每一条都已签收、按时反馈。已发的提醒不变。
      </p>
      <form class="policy" method="post" action="/settings/policy/adoption">
        {Object.entries(fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <p class="actions">
          <button class="button primary" data-busy="正在采用…" type="submit">
            采用，从{dayWords(from, frame.today)}起执行
          </button>
          <button class="button" formaction="/settings/policy/draft" type="submit">
            返回修改
          </button>
        </p>
      </form>
      {differences.length > 0 ? (
        <>
          <div class="halves">
            <DifferenceTotals
              title="岗位"
              tallies={tallied(differences, ({ contact }) => contact)}
              nameOf={postOf}
            />
            <DifferenceTotals
              title="级次"
              tallies={tallied(differences, ({ occasion }) => stepKeyOf(occasion))}
              nameOf={stepNameIn(differences)}
            />
          </div>
          <DifferenceList differences={differences} frame={frame} postOf={postOf} />
        </>
      ) : null}
    </Page>
  );
};

function headline(differences: readonly Difference[]): string {
  if (differences.length === 0) return '提醒没有变化。';
  const counts = Object.entries(changeName).map(
    ([change, name]) => `${name} ${differences.filter((each) => each.change === change).length} 条`,
  );
  return `${counts.join('，')}。`;
}
