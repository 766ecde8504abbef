import type { TextSpan } from './mapped-text.ts';
import { isListItem } from './markers.ts';

/** One printed line: its range, and its text without blanks. */
type Line = TextSpan & {
  readonly bare: string;
  readonly blank: boolean;
  readonly indented: boolean;
};

const ENDS_PARAGRAPH = /[。；：！？!?;:…]$/u;
const LEANS_FORWARD = /[、，,（(“《—\-/]$/u;
const LEANS_BACK = /^[，。；、）”》,;%％]/u;
const NUMBER_CUT = /[\d０-９.．]$/u;
const GOES_ON_AS_NUMBER =
  /^[\d０-９万亿千百元个家户处座所条台套名人项件场辆吨亩公平立米月日年％%]/u;
const LABEL_LINE = /^[^，。；]{2,10}[：:]/u;

/** A wider line is a paragraph of its own, not a line wrapped at the margin. */
const WIDEST_MARGIN = 60;
/** A line wrapped at the margin has at least this share of the widest line's width. */
const FILLED = 0.6;

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const raw of text.split('\n')) {
    const end = start + raw.length;
    const bare = raw.replace(/\s/gu, '');
    lines.push({ start, end, bare, blank: bare === '', indented: /^\s/u.test(raw) });
    start = end + 1;
  }
  return lines;
}

/** A printed line that is not empty, and the line feeds before it. */
type Step = {
  readonly line: Line;
  readonly feeds: readonly number[];
  readonly parted: boolean;
  readonly overPage: boolean;
};

/** A blank line separates two paragraphs, unless it only held a page number. */
function stepsOf(lines: readonly Line[], noisy: ReadonlySet<number>): readonly Step[] {
  const steps: Step[] = [];
  let feeds: number[] = [];
  let blanks = 0;
  let crossedNoise = false;
  for (const line of lines) {
    if (line.blank) {
      blanks += 1;
      crossedNoise ||= noisy.has(line.start);
      feeds.push(line.end);
      continue;
    }
    steps.push({ line, feeds, parted: blanks > 0 && !crossedNoise, overPage: crossedNoise });
    feeds = [line.end];
    blanks = 0;
    crossedNoise = false;
  }
  return steps;
}

/**
 * Indexes of the line feeds that the margin caused, not the author: a reader
 * ignores them.
 *
 * @param text - with noise blanked out.
 * @param noisy - starts of lines that held nothing but noise.
 */
export function softBreaks(text: string, noisy: ReadonlySet<number>): ReadonlySet<number> {
  const lines = linesOf(text);
  const margin = marginOf(lines);
  const soft = new Set<number>();
  let before: Line | undefined;
  // Whether the previous line continues the one above it, and so is no heading.
  let flows = false;
  for (const step of stepsOf(lines, noisy)) {
    flows = before !== undefined && goesOn(before, step, { flows, margin });
    if (flows) for (const feed of step.feeds) soft.add(feed);
    before = step.line;
  }
  return soft;
}

/** The width at which the text was broken; 0 when it was not. */
function marginOf(lines: readonly Line[]): number {
  const widths = lines.filter((line) => !line.blank).map((line) => line.bare.length);
  const widest = widths.toSorted((a, b) => b - a)[Math.floor(widths.length / 20)] ?? 0;
  return widest <= WIDEST_MARGIN && widest >= 12 ? widest : 0;
}

function runsOn(line: Line, next: Line, margin: number): boolean {
  if (LEANS_BACK.test(next.bare)) return true;
  if (ENDS_PARAGRAPH.test(line.bare) || LABEL_LINE.test(next.bare)) return false;
  if (NUMBER_CUT.test(line.bare) && GOES_ON_AS_NUMBER.test(next.bare)) return true;
  return !isListItem(next.bare) && (LEANS_FORWARD.test(line.bare) || isFilled(line, margin));
}

type Flow = { readonly flows: boolean; readonly margin: number };

const goesOn = (before: Line, { line, parted, overPage }: Step, { flows, margin }: Flow): boolean =>
  (overPage && flows && turnsPage(before, line)) || (!parted && runsOn(before, line, margin));

/** A paragraph that continues on the next page starts there without an indent. */
const turnsPage = (line: Line, next: Line): boolean =>
  !next.indented && !ENDS_PARAGRAPH.test(line.bare) && !isListItem(next.bare);

const isFilled = (line: Line, margin: number): boolean =>
  margin > 0 && line.bare.length >= margin * FILLED;
