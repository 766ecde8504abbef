import type { JSX } from 'hono/jsx/jsx-runtime';
import { roleName } from '../../domain/base/role.ts';
import { dateTimeWords, dayWords } from '../../domain/base/words.ts';
import { type Difference, type Tally, tallied } from '../../domain/messages/rehearsal.ts';
import { stepKeyOf } from '../../domain/tasks/occasion.ts';
import { occasionWords } from '../../domain/tasks/occasion-words.ts';
import type { PolicyRehearsal } from '../../flows/policy/rehearse-policy.ts';
import type { Frame } from '../http/frame.ts';
import type { Names } from '../ui/names.ts';
import { Page } from '../ui/page.tsx';
import type { PolicyFields } from './rows.ts';

type Props = {
  readonly frame: Frame;
  readonly rehearsal: PolicyRehearsal;
  /** The form as it was filled in, which goes on to whatever is pressed. */
  readonly fields: PolicyFields;
  readonly postOf: Names;
};

/** Lines that the page lists; of the rest it says how many. */
const MOST_LINES = 60;

const changeName: Readonly<Record<Difference['change'], string>> = {
  added: '新增',
  dropped: '取消',
  moved: '改期',
};

/** What each step that `differences` are of is called, by its key. */
function stepNameIn(differences: readonly Difference[]): Names {
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
      <p class="mut">
        从{dayWords(from, frame.today)}起执行，算到{until}
        ；假定没有一项办结、每一条都已签收、按时反馈。已发的提醒不变。
      </p>
      <form class="policy" method="post" action="/settings/policy/adoption">
        {Object.entries(fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <p class="ways">
          <button class="btn main" data-busy="正在采用…" type="submit">
            采用，从{dayWords(from, frame.today)}起执行
          </button>
          <button class="btn" formaction="/settings/policy/draft" type="submit">
            返回修改
          </button>
        </p>
      </form>
      {differences.length > 0 ? (
        <>
          <div class="halves">
            <Totals
              title="岗位"
              tallies={tallied(differences, ({ contact }) => contact)}
              nameOf={postOf}
            />
            <Totals
              title="级次"
              tallies={tallied(differences, ({ occasion }) => stepKeyOf(occasion))}
              nameOf={stepNameIn(differences)}
            />
          </div>
          <Lines differences={differences} frame={frame} postOf={postOf} />
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

const Totals = ({
  title,
  tallies,
  nameOf,
}: {
  readonly title: string;
  readonly tallies: readonly Tally[];
  readonly nameOf: (of: string) => string;
}): JSX.Element => (
  <section class="sec-gap">
    <h2 class="sec">{title}</h2>
    <table class="msgs figures">
      <thead>
        <tr>
          <th scope="col">{title}</th>
          {Object.values(changeName).map((name) => (
            <th scope="col" class="right">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tallies.map(({ of, added, dropped, moved }) => (
          <tr>
            <td>{nameOf(of)}</td>
            {Object.entries({ added, dropped, moved }).map(([change, count]) => (
              <td class="num right" data-of={changeName[change as Difference['change']]}>
                {count === 0 ? '—' : count}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

const Lines = ({
  differences,
  frame: { timeZone },
  postOf,
}: Pick<Props, 'frame' | 'postOf'> & Pick<PolicyRehearsal, 'differences'>): JSX.Element => {
  const rest = differences.length - MOST_LINES;
  return (
    <section class="sec-gap">
      <h2 class="sec">
        逐条 <span class="mut">{differences.length} 条，从早到晚</span>
      </h2>
      <div class="scroll" role="region" aria-label="逐条" tabindex={0}>
        <table class="msgs">
          <thead>
            <tr>
              <th scope="col">变化</th>
              <th scope="col">发出</th>
              <th scope="col">送谁</th>
              <th scope="col">级次</th>
              <th scope="col">事项</th>
            </tr>
          </thead>
          <tbody>
            {differences.slice(0, MOST_LINES).map((each) => (
              <tr>
                <td>{changeName[each.change]}</td>
                <td class="num">
                  {dateTimeWords(each.at, timeZone)}
                  {each.change === 'moved' && each.before
                    ? `（原 ${dateTimeWords(each.before, timeZone)}）`
                    : ''}
                </td>
                <td>
                  {postOf(each.contact)}（{roleName[each.role]}）
                </td>
                <td>{occasionWords(each.occasion)}</td>
                <td>
                  <a href={`/items/${each.task.id}`}>{each.task.shortTitle}</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rest > 0 ? <p class="mut">另有 {rest} 条，都在以后的日子。</p> : null}
    </section>
  );
};
