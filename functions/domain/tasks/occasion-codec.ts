import { Day } from '../base/parsing.ts';
import {
  type AwaitsOffice,
  type BehindPace,
  type ByKind,
  byKind,
  type Occasion,
  type ReportDue,
  type Unanswered,
} from './occasion.ts';

const WEEKLY = 'overdue-weekly';

const keys: ByKind<string> = {
  before: ({ days }) => `before-${days}`,
  due: () => 'due',
  overdue: ({ workingDays }) => `overdue-${workingDays}`,
  overdueWeekly: ({ nth }) => `${WEEKLY}-${nth}`,
  handOver: ({ number }) => `assigned-${number}`,
  reportDue: ({ of, order }) => `return-${of.toString()}${order < 0 ? '' : '+'}${order}`,
  behindPace: ({ of }) => `pace-${of.toString()}`,
  awaitsOffice: ({ what, since, nth }) => `waiting-${what}-${since}${nth === 1 ? '' : `+${nth}`}`,
  decision: ({ number }) => `ruling-${number}`,
  urge: ({ number }) => `urge-${number}`,
  nodesDone: ({ since }) => `nodes-${since}`,
  unanswered: ({ after, why, level }) => `${keyOf(after)}/${why}-${level}`,
  unknown: ({ key }) => key,
};

/** The key of `occasion`, as it is stored and as the API shows it. */
export const keyOf = (occasion: Occasion): string => byKind(occasion, keys);

/** As {@link keyOf}, without the number of a weekly reminder: the policy and the preview name the step. */
export const stepKeyOf = (occasion: Occasion): string =>
  occasion.kind === 'overdueWeekly' ? WEEKLY : keyOf(occasion);

/** How the key of one kind is read: its form, and the occasion of the form's groups; an absent group is ''. */
type Form = {
  readonly of: RegExp;
  readonly read: (first: string, second: string, third: string) => Occasion | undefined;
};

/**
 * The form of each kind's keys. A key that a form takes too liberally does not have the same key again
 * and is unknown.
 */
const forms: Readonly<Record<Exclude<Occasion['kind'], 'unknown'>, Form>> = {
  unanswered: { of: /^(.*)\/(unsigned|lapsed)-(\d+)$/s, read: unansweredOf },
  before: { of: /^before-(\d+)$/, read: (days) => ({ kind: 'before', days: Number(days) }) },
  due: { of: /^due$/, read: () => ({ kind: 'due' }) },
  overdue: {
    of: /^overdue-(\d+)$/,
    read: (days) => ({ kind: 'overdue', workingDays: Number(days) }),
  },
  overdueWeekly: {
    of: /^overdue-weekly-(\d+)$/,
    read: (nth) => ({ kind: 'overdueWeekly', nth: Number(nth) }),
  },
  handOver: {
    of: /^assigned-(\d+)$/,
    read: (number) => ({ kind: 'handOver', number: Number(number) }),
  },
  reportDue: { of: /^return-(.{10})([+-]\d+)$/, read: reportDueOf },
  behindPace: { of: /^pace-(.{10})$/, read: behindPaceOf },
  awaitsOffice: {
    of: /^waiting-(review|extension|disowned)-([^+/]+)(?:\+(\d+))?$/,
    read: awaitsOfficeOf,
  },
  decision: {
    of: /^ruling-(\d+)$/,
    read: (number) => ({ kind: 'decision', number: Number(number) }),
  },
  urge: {
    of: /^urge-(\d+)$/,
    read: (number) => ({ kind: 'urge', number: Number(number) }),
  },
  nodesDone: { of: /^nodes-([^+/]+)$/, read: (since) => ({ kind: 'nodesDone', since }) },
};

function unansweredOf(key: string, why: string, level: string): Unanswered {
  const after = occasionOf(key);
  return { kind: 'unanswered', after, why: why as Unanswered['why'], level: Number(level) };
}

function reportDueOf(day: string, order: string): ReportDue | undefined {
  const of = Day.safeParse(day).data;
  return of && { kind: 'reportDue', of, order: Number(order) };
}

function behindPaceOf(day: string): BehindPace | undefined {
  const of = Day.safeParse(day).data;
  return of && { kind: 'behindPace', of };
}

function awaitsOfficeOf(what: string, since: string, nth: string): AwaitsOffice {
  const times = nth === '' ? 1 : Number(nth);
  return { kind: 'awaitsOffice', what: what as AwaitsOffice['what'], since, nth: times };
}

/** The occasion whose key is `key`. Total: `keyOf(occasionOf(key))` is `key` for every text. */
export function occasionOf(key: string): Occasion {
  for (const { of, read } of Object.values(forms)) {
    const groups = of.exec(key);
    if (groups === null) continue;
    const [, first = '', second = '', third = ''] = groups;
    const occasion = read(first, second, third);
    if (occasion && keyOf(occasion) === key) return occasion;
  }
  return { kind: 'unknown', key };
}

/** Whether both are one and the same occasion. */
export const isSameOccasion = (a: Occasion, b: Occasion): boolean => keyOf(a) === keyOf(b);

/** Each of `occasions` once, where it stands first. */
export const eachOnce = (occasions: readonly Occasion[]): readonly Occasion[] => [
  ...new Map(occasions.map((each) => [keyOf(each), each])).values(),
];
