/** A day as a notice writes it; what it leaves out is taken from the day before it. */
export type DayToken = {
  readonly kind: 'day';
  readonly start: number;
  readonly end: number;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number;
  /** The weekday that it names, 1 for Monday; null for none. */
  readonly weekday: number | null;
};

/**
 * A word that says what days are. shift: the days before it are worked for those after it; extend: days
 * off up to the day after it; resume: the day on which work begins again; not: a denial.
 */
type VerbKind = 'rest' | 'work' | 'shift' | 'extend' | 'resume' | 'not';

export type VerbToken = { readonly kind: VerbKind; readonly start: number; readonly end: number };

/** How many days off a notice counts. */
export type CountToken = {
  readonly kind: 'count';
  readonly start: number;
  readonly end: number;
  readonly count: number;
};

export type NoticeToken = DayToken | VerbToken | CountToken;

const NUMBER = String.raw`\d{1,2}|[一二两三四五六七八九十]{1,2}`;
const WEEKDAY = '(?:星期|礼拜|周)([一二三四五六日天])';

const PATTERN = new RegExp(
  [
    String.raw`(?<count>(?:共计?|放假|休息|连休)(?<number>${NUMBER})[天日](?![（(、至]))`,
    String.raw`(?<day>(?:(?<y>\d{4})年)?(?:(?<m>\d{1,2})月)?(?<d>\d{1,2})(?:日|(?<=[月至到、]\d{1,2})号)(?<note>\([^()]*\))?)`,
    '(?<noop>不调休|不再调休)',
    '(?<not>(?:不再?|暂不|未)(?:放假|休息|上班|补休|补班))',
    String.raw`(?<extend>延长(?:\d{4}年)?[^\d,。;]*?(?:假期|放假|休假)[^\d,。;]{0,6}?[至到])`,
    String.raw`(?<shift>(?:[两二三四]个)?(?:公休日?|休息日|周末)?(?:及[^\d,。;、:()]{1,5})?(?:分别)?调(?:整|换)?[至到])`,
    '(?<resume>起(?:正常|照常|恢复)?(?:上班|工作))',
    '(?<work>(?:正常|照常)?(?:上班|补班|工作日|工作))',
    '(?<rest>放假|补休|调休|公休|休息|休假|法定(?:节)?假日|节假日)',
  ].join('|'),
  'gu',
);

const VERBS: readonly VerbKind[] = ['not', 'extend', 'shift', 'resume', 'work', 'rest'];

/** The days and words of `sentence`, whose marks are plain, in their order. */
export function noticeTokens(sentence: string): readonly NoticeToken[] {
  return [...sentence.matchAll(PATTERN)].flatMap((match): readonly NoticeToken[] => {
    const { groups = {}, index: start } = match;
    const end = start + match[0].length;
    if (groups['day'] !== undefined) return [{ kind: 'day', start, end, ...dayIn(groups) }];
    if (groups['count'] !== undefined) return countIn(groups, start, end);
    const kind = VERBS.find((verb) => groups[verb] !== undefined);
    return kind === undefined ? [] : [{ kind, start, end }];
  });
}

type Groups = Readonly<Record<string, string | undefined>>;

function dayIn({ y, m, d, note = '' }: Groups): Omit<DayToken, 'kind' | 'start' | 'end'> {
  const [, weekday] = new RegExp(WEEKDAY, 'u').exec(note) ?? [];
  return {
    year: y === undefined ? null : Number(y),
    month: m === undefined ? null : Number(m),
    day: Number(d),
    weekday:
      weekday === undefined ? null : '一二三四五六日'.indexOf(weekday.replace('天', '日')) + 1,
  };
}

/** 放假3天 says both that days are off and how many. */
function countIn(
  { count = '', number = '' }: Groups,
  start: number,
  end: number,
): readonly NoticeToken[] {
  const token: CountToken = { kind: 'count', start, end, count: numberIn(number) };
  const isVerb = /^(?:放假|休息|连休)/u.test(count);
  return isVerb ? [{ kind: 'rest', start, end }, token] : [token];
}

function numberIn(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  const digit = (each: string | undefined): number => '零一二三四五六七八九'.indexOf(each ?? '');
  const plain = text.replace('两', '二');
  if (!plain.includes('十')) return digit(plain);
  const [tens = '', ones = ''] = plain.split('十');
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}
