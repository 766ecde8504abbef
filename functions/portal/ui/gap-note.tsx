import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Gap, GapChoice } from '../../domain/deadlines/gap.ts';
import {
  gapAnswerWords,
  gapChoiceName,
  gapChoiceWords,
  gapQuestion,
} from '../../domain/deadlines/gap-words.ts';
import type { Frame } from '../http/frame.ts';

const CHOICES: readonly GapChoice[] = ['all', 'today'];

/** What is asked after days without a run, with a button for each answer; or what was chosen. */
export const GapNote = ({ frame }: { readonly frame: Frame }): JSX.Element | null => {
  const { gap, now, rules } = frame;
  if (gap === null) return null;
  const chosen = gapAnswerWords(gap, rules);
  if (chosen !== undefined) return <p class="notice">{chosen}</p>;
  return (
    <section class="notice" aria-label="补发">
      <p>{gapQuestion(gap, now, rules)}</p>
      {CHOICES.map((choice) => (
        <Choice gap={gap} choice={choice} back={frame.path} />
      ))}
    </section>
  );
};

const Choice = ({
  gap,
  choice,
  back,
}: {
  readonly gap: Gap;
  readonly choice: GapChoice;
  readonly back: string;
}): JSX.Element => (
  <form method="post" action="/gap">
    <input type="hidden" name="back" value={back} />
    <input type="hidden" name="askedAt" value={gap.askedAt.toString()} />
    <input type="hidden" name="choice" value={choice} />
    <button class="button small" data-busy="正在办理…" type="submit">
      {gapChoiceName[choice]}
    </button>{' '}
    {gapChoiceWords(choice, gap)}。
  </form>
);
