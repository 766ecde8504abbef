import type { Draft } from '../../domain/sources/draft.ts';

/** More rows than this with one number are a table of equal shares, not a repeated target. */
const MOST_REPEATS = 5;

/**
 * Adds a question to targets that the plan states twice, with the same number and
 * different comparators: 新增企业26家, and later 企业达26家以上.
 */
export function askAboutRepeats(drafts: readonly Draft[]): readonly Draft[] {
  const groups = Map.groupBy(drafts, ({ metric }) =>
    metric ? `${metric.value}${metric.unit}` : '',
  );
  return drafts.map((draft) => {
    const { metric } = draft;
    const group = metric ? (groups.get(`${metric.value}${metric.unit}`) ?? []) : [];
    const other =
      group.length > MOST_REPEATS ? undefined : group.find((one) => differs(draft, one));
    if (!other) return draft;
    return {
      ...draft,
      questions: [...draft.questions, `与${other.id}数值相同而要求不同，请核对是否同一指标`],
    };
  });
}

const differs = (a: Draft, b: Draft): boolean => {
  if (a.id === b.id || !a.metric || !b.metric) return false;
  return a.metric.comparator !== b.metric.comparator && sharesWord(a.metric.name, b.metric.name);
};

/** Words too common to identify a target. */
const COMMON = /^(?:项目|工作|建设|完成|工程)$/u;

const sharesWord = (a: string, b: string): boolean =>
  Array.from({ length: Math.max(0, a.length - 1) }, (_, at) => a.slice(at, at + 2)).some(
    (word) => !COMMON.test(word) && b.includes(word),
  );
