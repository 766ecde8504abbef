import { AT_TERMINAL, type Gap, type GapChoice } from '../functions/domain/deadlines/gap.ts';
import {
  gapAnswerWords,
  gapChoiceName,
  gapChoiceWords,
  gapQuestion,
} from '../functions/domain/deadlines/gap-words.ts';
import { openContext } from '../functions/flows/context/open-context.ts';
import type { ParkContext } from '../functions/flows/context/park-context.ts';
import { readGap } from '../functions/flows/wake/stored-gap.ts';
import { answer, type Driven } from '../functions/local/drive.ts';
import type { Terminal } from './command.ts';

/** The answer that each key gives. */
const choices: ReadonlyMap<string, GapChoice> = new Map([
  ['1', 'all'],
  ['2', 'today'],
]);

/** The question about a gap at a terminal. */
export type GapAsker = {
  /** Prints the question once and, once, the answer, even if it was given elsewhere. */
  readonly say: () => Promise<void>;
  /** Gives the answer of `key`; does nothing if no question is open. */
  readonly press: (key: string) => Promise<void>;
};

/** Asks at `terminal` about the gaps of `driven`, if gaps are to be asked about. */
export function gapAsker(driven: Driven, { out }: Terminal): GapAsker {
  let known: Gap | null = null;
  const say = async (): Promise<void> => {
    if (driven.onGap !== 'ask') return;
    const run = await openContext(driven.residence.id, driven.laptop.ports);
    const gap = await readGap(run);
    for (const line of linesAfter(known, gap, run)) out(line);
    known = gap;
  };
  const press = async (key: string): Promise<void> => {
    const choice = choices.get(key);
    if (choice === undefined) return;
    await say();
    if (known === null || known.answer !== null) return;
    const { askedAt } = known;
    await answer(driven, { askedAt, by: AT_TERMINAL, name: '本机终端' }, choice);
    await say();
  };
  return { say, press };
}

/** What changed from `known` to `gap`, as lines to print. */
function linesAfter(known: Gap | null, gap: Gap | null, run: ParkContext): readonly string[] {
  if (gap === null) return [];
  const before = known?.askedAt.equals(gap.askedAt) ? known : null;
  const chosen = gapAnswerWords(gap, run.rules);
  if (chosen === undefined) return before === null ? questionLines(gap, run) : [];
  return before?.answer === null ? [chosen] : [];
}

const questionLines = (gap: Gap, { now, rules }: ParkContext): readonly string[] => [
  '',
  gapQuestion(gap, now, rules),
  ...[...choices].map(
    ([key, choice]) => `按 ${key} ${gapChoiceName[choice]}：${gapChoiceWords(choice, gap)}。`,
  ),
];
