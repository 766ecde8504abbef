import type { JSX } from 'hono/jsx/jsx-runtime';
import { roleName } from '../../domain/base/role.ts';
import { dateTimeWords } from '../../domain/base/words.ts';
import type { Difference, Tally } from '../../domain/messages/rehearsal-difference.ts';
import { occasionWords } from '../../domain/tasks/occasion-words.ts';
import type { PolicyRehearsal } from '../../flows/policy/rehearse-policy.ts';
import type { Frame } from '../http/frame.ts';
import type { NameFinder } from '../ui/names.ts';

/** Lines that the page lists; of the rest it says how many. */
const MOST_LINES = 60;

/** The kinds of a difference in words. */
export const changeName: Readonly<Record<Difference['change'], string>> = {
  added: '新增',
  dropped: '取消',
  moved: '改期',
};

/** The differences counted by contact, or by occasion. */
export const DifferenceTotals = ({
  title,
  tallies,
  nameOf,
}: {
  readonly title: string;
  readonly tallies: readonly Tally[];
  readonly nameOf: (of: string) => string;
}): JSX.Element => (
  <section class="section">
    <h2 class="section-title">{title}</h2>
    <table class="records figures">
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
              <td class="number right" data-of={changeName[change as Difference['change']]}>
                {count === 0 ? '—' : count}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

/** The differences one by one, earliest first. */
export const DifferenceList = ({
  differences,
  frame: { timeZone },
  postOf,
}: {
  readonly frame: Frame;
  readonly postOf: NameFinder;
} & Pick<PolicyRehearsal, 'differences'>): JSX.Element => {
  const rest = differences.length - MOST_LINES;
  return (
    <section class="section">
      <h2 class="section-title">
        逐条 <span class="muted">{differences.length} 条，从早到晚</span>
      </h2>
      <div class="scroll" role="region" aria-label="逐条" tabindex={0}>
        <table class="records">
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
                <td class="number">
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
      {rest > 0 ? <p class="muted">另有 {rest} 条，都在以后的日子。</p> : null}
    </section>
  );
};
