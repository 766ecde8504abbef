import { Temporal } from 'temporal-polyfill';
import { dayWords } from '../base/words.ts';
import { postFor } from '../contacts/contact.ts';
import { localDay, type Rules } from '../policy/hours.ts';
import { endedUndecided } from './decisions.ts';
import { type Act, actName } from './move.ts';
import { nodesWords } from './node.ts';
import type { Ruling, TermChange } from './ruling.ts';
import { termName } from './term-changes.ts';
import { undoneWords } from './undo-ruling.ts';

type Day = (of: Temporal.PlainDate | null) => string;

type Phrase = (ruling: Ruling, day: Day) => string;

const away: Phrase = ({ unit, post }) => {
  const to = unit === null || post === postFor('owner', unit) ? '本单位别的岗位' : unit;
  return `改派给${to}，不再由本岗位负责`;
};

/** What has been amended again since is not told. */
const amendedTo: Phrase = ({ changed = [] }, day) =>
  changed.length === 0
    ? '调整了这一项'
    : `调整这一项：${changed.map((each) => termPhrase(each, day)).join('，')}`;

/** `标题由“甲”改为“乙”`; the words of the source are too long to be quoted twice. */
function termPhrase({ term, from, to }: TermChange, day: Day): string {
  if (term === 'quote') return '原文按新的版本更新';
  if (term === 'sources') return `来源由${from}改为${to}`;
  if (term === 'title') return `标题由“${from}”改为“${to}”`;
  const words = (text: string): string =>
    term === 'due' && text !== '无' ? day(Temporal.PlainDate.from(text)) : text;
  return from === '无'
    ? `${termName[term]}定为${words(to)}`
    : `${termName[term]}由${words(from)}改为${words(to)}`;
}

/** What each decision came to. */
const phrases: { readonly [Of in Act]?: Phrase } = {
  grant: ({ due }, day) => `同意延期到${day(due)}`,
  refuse: ({ due }, day) => `不同意延期，期限仍是${day(due)}`,
  redate: ({ due }, day) => `把期限核定为${day(due)}`,
  correctDue: ({ due }, day) => `把期限更正为${day(due)}`,
  verify: () => '核验销号，这一项已办结',
  return: () => '退办',
  keep: ({ unit }) => `维持原来的责任，仍由${unit ?? '本岗位'}负责`,
  reassign: away,
  assign: away,
  suspend: () => '中止，恢复以前不再提醒',
  resume: ({ due }, day) => (due === null ? '恢复，请继续推进' : `恢复，期限是${day(due)}`),
  withdraw: () => '撤销这一项，不再督办',
  amend: amendedTo,
};

const phraseOf: ReadonlyMap<string, Phrase> = new Map(
  Object.entries(phrases).map(([act, phrase]) => [actName[act as Act], phrase]),
);

/** Acts that grant something: what is said of them explains more than it justifies. */
const GRANTS: ReadonlySet<string> = new Set([actName.grant, actName.verify, actName.resume]);

/**
 * What was decided, as one line: what it answers, who decided what, and why. `today` is the reader's
 * day in the park's zone.
 */
export function rulingWords(ruling: Ruling, today: Temporal.PlainDate, rules: Rules): string {
  const day: Day = (of) => (of === null ? '' : dayWords(of, today));
  const on: On = (instant) => dayWords(localDay(instant, rules), today);
  const words = [...askedWords(ruling, on, day), `${on(ruling.at)}${decidedWords(ruling, day)}`];
  return `${labelOf(ruling)}：${words.join('；')}。`;
}

type On = (instant: Temporal.Instant) => string;

/** What was asked for or said before. */
const askedWords = (
  { askedAt, wished, disputedAt }: Ruling,
  on: On,
  day: Day,
): readonly string[] => [
  ...(disputedAt === null ? [] : [`${on(disputedAt)}提出不属其负责`]),
  ...(askedAt === null ? [] : [`${on(askedAt)}申请延期到${day(wished)}`]),
];

/** Who decided what, and why. Of an older ruling only its name is known. */
function decidedWords(ruling: Ruling, day: Day): string {
  const { what, by, why, undoes } = ruling;
  const done = by === null ? what : `${by}${phraseFor(ruling, day)}`;
  const over = endedUndecided(ruling) ? '，这项申请不再批复' : '';
  const reason = why === '' ? '' : `，${GRANTS.has(what) ? '说明' : '原因'}：${why}`;
  const follows = undoes ? '恢复原状' : what;
  const nodes = ruling.nodes.length === 0 ? '' : `，${nodesWords(ruling.nodes)}随之${follows}`;
  return `${done}${nodes}${over}${reason}`;
}

const phraseFor = (ruling: Ruling, day: Day): string =>
  ruling.undoes
    ? undoneWords(ruling, day)
    : (phraseOf.get(ruling.what)?.(ruling, day) ?? ruling.what);

/** What it is about: the words of who asked, or the office's own. */
function labelOf({ askedAt, disputedAt }: Ruling): string {
  if (disputedAt !== null) return '异议';
  return askedAt === null ? '决定' : '申请';
}
