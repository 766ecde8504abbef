import type { JSX } from 'hono/jsx/jsx-runtime';
import { actualsWords, goalWords } from '../../domain/targets/pace-table.ts';
import { choiceName } from '../../domain/years/closing-choice.ts';
import type { ClosingLine } from '../../domain/years/closing-line.ts';
import type { LinesProps } from './closing-lines.tsx';

/** Targets without the figure of the year's last period: wait for it, or freeze them as they are. */
export const ClosingTargets = ({
  lines,
  settled,
  form,
}: Pick<LinesProps, 'form' | 'lines'> & {
  /** Those that are frozen as they are. */
  readonly settled: readonly ClosingLine[];
}): JSX.Element | null => {
  const all = [...lines, ...settled];
  return all.length === 0 ? null : (
    <table class="records closing-targets">
      <caption>没有最后一期数的指标 {all.length} 项</caption>
      <thead>
        <tr>
          <th scope="col">指标</th>
          <th scope="col">最后的数</th>
          <th scope="col">怎么定</th>
        </tr>
      </thead>
      <tbody>
        {all.map((line) => (
          <TargetLine line={line} form={form} isSettled={settled.includes(line)} />
        ))}
      </tbody>
    </table>
  );
};

const TargetLine = ({
  line: { task, standing },
  form,
  isSettled,
}: Pick<LinesProps, 'form'> & {
  readonly line: ClosingLine;
  readonly isSettled: boolean;
}): JSX.Element => {
  const chosen = form.said.get(task.id)?.choice ?? '';
  const { goal, last, asItIs } = figureWords(standing);
  // What stands already is no choice.
  const options = [
    [isSettled ? 'awaitFigure' : '', choiceName.awaitFigure],
    [isSettled ? '' : 'asItIs', asItIs],
  ];
  return (
    <tr>
      <th scope="row">
        <a href={`/items/${task.id}`}>{task.title}</a>
        <small>
          {goal}
          {task.leadUnit}
        </small>
      </th>
      <td data-of="最后的数">{last}</td>
      <td>
        {options.map(([value, words]) => (
          <label class="closing-option">
            <input
              type="radio"
              name={`choice-${task.id}`}
              value={value}
              checked={chosen === value}
            />{' '}
            {words}
          </label>
        ))}
      </td>
    </tr>
  );
};

/** What is known of a target, and what freezing it as it is means. */
function figureWords(standing: ClosingLine['standing']): {
  readonly goal: string;
  readonly last: string;
  readonly asItIs: string;
} {
  const none = { goal: '', last: '从未报数', asItIs: '没有数，照此封账' };
  if (standing === null) return none;
  const { row } = standing;
  const goal = `目标${goalWords(row)}，`;
  if (row.asOf === null) return { ...none, goal };
  const last = `截至${row.asOf} ${actualsWords(row)}`;
  return { goal, last, asItIs: `按“截至${row.asOf}”封账` };
}
