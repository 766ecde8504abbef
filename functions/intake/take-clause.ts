import { type FoundDate, findDates } from './dates.ts';
import { enumerate } from './enumerate.ts';
import { hardnessOf } from './hardness.ts';
import type { Carried } from './read-segment.ts';
import type { Statement } from './statement.ts';
import { sharedVerb, startsWithVerb } from './verbs.ts';
import { slice, trim, type View } from './view.ts';

export type ClauseContext = {
  readonly planYear: number;
  readonly carried: Carried;
  /** A date that opened the segment, in an earlier clause. */
  readonly opening: readonly FoundDate[];
  /** Dates of a label, a heading or a table cell. */
  readonly outer: readonly FoundDate[];
};

type Taken = {
  readonly rule: string;
  readonly statements: readonly Statement[];
  readonly carried: Carried;
  readonly opening: readonly FoundDate[];
};

type Piece = { readonly view: View; readonly inside: readonly FoundDate[]; readonly start: number };

/** A date within so many characters of the start opens the sentence: 要在6月底前…. */
const OPENS_WITHIN = 3;

/** The promises of one clause. `whole` is the clause with the means in front of it. */
export function takeClause(whole: View, clause: View, context: ClauseContext): Taken {
  const text = trimmed(whole.text);
  const body = trimmed(clause.text);
  const offset = whole.text.length - clause.text.length;
  const own = findDates(body, context.planYear);
  const { parts, rule } = enumerate(body, own);
  const verbless = !startsWithVerb(body);
  const hardness = hardnessOf(text, verbless && context.carried.hardness === 'strive' ? 'strive' : undefined);
  const verb = sharedVerb(body) ?? (verbless ? context.carried.verb : '');
  const opens = own[0] && own[0].start <= OPENS_WITHIN && context.opening.length === 0;
  const opening = opens ? own.slice(0, 1) : context.opening;
  const pieces = parts.map(({ start, end }, index) => ({
    view: trim(slice(whole, index === 0 ? 0 : start + offset, end + offset), '，。；！？、：'),
    inside: own.filter((date) => date.start >= start && date.end <= end),
    start,
  }));
  const readings = readingsOf(pieces, { verb, verbless, rule });
  const outer = opening.length > 0 ? opening : context.outer;
  const statements = pieces.map((piece, index) => ({
    view: piece.view,
    reading: readings[index] ?? piece.view.text,
    clause: text,
    dates: datesFor(piece, { own, outer, index, pieces }),
    hardness: pieces.length === 1 ? hardness : hardnessOf(piece.view.text, hardness),
    listed: isNamed(rule) ? pieces.length : 0,
    index,
    rules: [rule],
    questions: [],
  }));
  return { rule: isVerbList(rule, body) ? 'skip.verb-list' : rule, statements, carried: { hardness, verb }, opening };
}

const trimmed = (text: string): string => text.replace(/[，。；！？、：\s]+$/u, '');

/** Lists whose elements are names, in distinction from numbers and deeds. */
const isNamed = (rule: string): boolean =>
  /^split\.(?:listed-works|named-and-counted|clients|done-objects|subjects|namely|conjunction)$/u.test(rule);

/** 强化配套、破解瓶颈、抓实保障: announces the points to come. */
const isVerbList = (rule: string, text: string): boolean => {
  const parts = text.split('、');
  return rule === 'keep.verb-list' && parts.length >= 3 && parts.every((part) => part.length <= 12) && !/\d/u.test(text);
};

type DateScene = {
  readonly own: readonly FoundDate[];
  readonly outer: readonly FoundDate[];
  readonly index: number;
  readonly pieces: readonly Piece[];
};

/** 6月、9月分别赴甲、乙 pairs the n-th date with the n-th element; else a list shares what opens it. */
function datesFor(piece: Piece, { own, outer, index, pieces }: DateScene): readonly FoundDate[] {
  const explicit = own.filter(({ meaning }) => meaning.sort === 'explicit');
  if (pieces.length > 1 && explicit.length === pieces.length && piece.inside.length !== 1) {
    const paired = explicit[index];
    if (paired) return [paired];
  }
  if (piece.inside.length > 0) return piece.inside;
  const shared = own.filter((date) => !belongsToLater(date, piece, pieces));
  return shared.length > 0 ? shared : outer;
}

/** A date behind the verb of a later element is that element's alone. */
function belongsToLater(date: FoundDate, piece: Piece, pieces: readonly Piece[]): boolean {
  const holder = pieces.findLast(({ start }) => start <= date.start);
  if (!holder || holder === pieces[0]) return false;
  return holder.start > piece.start ? startsWithVerb(pieces[0]?.view.text ?? '') : startsWithVerb(holder.view.text) || holder !== piece;
}

const TAIL =
  /(?:建设任务|建设工作|设施建设|建设用地|前期工作|全部开工|建设|改造|项目|工程|征地|开工|竣工|投产|投用|扩建|整治|更新|招标|制度|规划)$/u;

type ReadingScene = { readonly verb: string; readonly verbless: boolean; readonly rule: string };

/** Each element as it would read alone: with the list's verb in front and its shared noun behind. */
function readingsOf(pieces: readonly Piece[], { verb, verbless, rule }: ReadingScene): readonly string[] {
  const last = pieces.at(-1)?.view.text ?? '';
  const tail = TAIL.exec(last)?.[0] ?? '';
  return pieces.map(({ view: { text } }, index) => {
    if (pieces.length === 1) return verbless ? verb + text : text;
    if (verbless && verb === '') return index === pieces.length - 1 ? text : `${text}${predicateOf(last)}`;
    const headless = index > 0 && (isNamed(rule) || !startsWithVerb(text));
    return (headless || (index === 0 && verbless) ? verb : '') + text + (index === pieces.length - 1 || text.endsWith(tail) ? '' : tail);
  });
}

/** What a list of subjects shares: 沃特水务等5个项目上半年全部开工 → 上半年全部开工. */
const predicateOf = (last: string): string =>
  /(?:等(?:\d+|[一二三四五六七八九十]+)?[个家条项所座]?(?:项目|企业)?|分别|要|于|在)(?<rest>.{2,})$/u.exec(last)?.groups?.['rest'] ?? last;
