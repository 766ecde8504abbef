import { type MappedText, slice, trim } from './mapped-text.ts';
import { inlineMarkers, type MarkerStyle, markerOf } from './markers.ts';
import { wordList } from './patterns.ts';

/** What a part of the document is about, by its heading: plans, a review of the past or principles. */
export type Mood = 'forward' | 'backward' | 'principle';

/** One numbered or plain item of text, the smallest unit of the outline. */
export type Unit = {
  readonly view: MappedText;
  readonly style: MarkerStyle | undefined;
  /** 0 is the outermost numbering of the document. */
  readonly depth: number;
  /** Number of the outermost point that contains it; 0 before the first. */
  readonly area: number;
  /** False for a point inside a paragraph. */
  readonly opensParagraph: boolean;
};

type Position = { readonly stack: readonly MarkerStyle[]; readonly area: number };

/** The document's paragraphs, split at their numbering. */
export function outline(view: MappedText): readonly Unit[] {
  const units: Unit[] = [];
  let position: Position = { stack: [], area: 0 };
  for (const paragraph of paragraphs(view)) {
    for (const [index, piece] of pieces(paragraph).entries()) {
      const marker = markerOf(piece.text);
      position = moved(position, marker?.style);
      units.push({
        view: trim(slice(piece, marker?.length ?? 0, piece.text.length)),
        style: marker?.style,
        depth: Math.max(0, position.stack.length - 1),
        area: position.area,
        opensParagraph: index === 0,
      });
    }
  }
  return units;
}

function moved({ stack, area }: Position, style: MarkerStyle | undefined): Position {
  if (style === undefined) return { stack, area };
  const next = descend(stack, style);
  return { stack: next, area: next.length === 1 ? area + 1 : area };
}

/** The styles above and including `style`: one met before closes everything below it. */
function descend(stack: readonly MarkerStyle[], style: MarkerStyle): readonly MarkerStyle[] {
  const known = stack.indexOf(style);
  return known < 0 ? [...stack, style] : stack.slice(0, known + 1);
}

function paragraphs(view: MappedText): readonly MappedText[] {
  const found: MappedText[] = [];
  let start = 0;
  for (let index = 0; index <= view.text.length; index += 1) {
    if (index < view.text.length && view.text[index] !== '\n') continue;
    const paragraph = trim(slice(view, start, index));
    if (paragraph.text !== '') found.push(paragraph);
    start = index + 1;
  }
  return found;
}

function pieces(paragraph: MappedText): readonly MappedText[] {
  const cuts = [0, ...inlineMarkers(paragraph.text), paragraph.text.length];
  return cuts
    .slice(1)
    .map((end, index) => trim(slice(paragraph, cuts[index] ?? 0, end)))
    .filter((piece) => piece.text !== '');
}

const REVIEW_WORDS = wordList`
  回顾 总结 完成情况 进展情况 工作情况 开展情况 执行情况 落实情况 主要成效 总体进展 总体情况 进展$
  情况通报 工作成效 取得.{0,6}成(?:效|绩) 存在.{0,6}问题 主要问题 困难 不足 形势 面临 基本情况
  ^(?:去年|上年) 上(?:半)?年工作$
`;
const BACKWARD = new RegExp(REVIEW_WORDS.join('|'), 'u');
const FORWARD = /目标|任务|安排|打算|计划|重点|措施|举措|思路|下一步|下步/u;
const PRINCIPLE = /^(?:指导思想|总体要求|总体思路|基本原则|工作原则|基本思路)/u;

/** What `heading` says about the part it heads; undefined when it says nothing. */
export function moodOf(heading: string): Mood | undefined {
  if (PRINCIPLE.test(heading)) return 'principle';
  const forward = FORWARD.test(heading);
  if (BACKWARD.test(heading))
    return forward && !/问题|困难/u.test(heading) ? undefined : 'backward';
  return forward ? 'forward' : undefined;
}

/** Whether `text` is short enough, and without a final mark, to be a heading. */
export const looksLikeHeading = (text: string): boolean =>
  text.length <= 30 && !/[。；！？]/u.test(text) && !/[，、]$/u.test(text);
