import { firstPart, headsOf, isNameList, type ListFacts, lastPart, many } from './list-facts.ts';
import {
  CLIENT,
  DONE_VERB,
  ENDS_AS_WORK,
  GENERIC,
  HEAD_VERB,
  KINDS,
  SCOPE,
  STARTS_DONE,
  STARTS_WITH_VERB,
} from './list-patterns.ts';

/** `split.…` makes every element a task, `keep.…` leaves the list in one. */
type ListRule = { readonly id: string; readonly holds: (facts: ListFacts) => boolean };

/** In the order they are tried. */
export const listRules: readonly ListRule[] = [
  { id: 'split.counted', holds: ({ counted }) => many(counted) },
  {
    id: 'keep.collective',
    holds: ({ parts, counted }) => !many(counted) && parts.every((part) => part.startsWith('各')),
  },
  { id: 'split.dated', holds: ({ dated }) => many(dated) },
  {
    id: 'split.batches',
    holds: ({ parts }) => parts.every((part) => /一批/u.test(part)) && parts.length > 1,
  },
  {
    id: 'split.steps',
    holds: (facts) =>
      firstPart(facts).startsWith('通过') &&
      !/等(?:方式|形式|途径|渠道|手段|措施|办法)/u.test(lastPart(facts)),
  },
  { id: 'keep.verbs-of-one-object', holds: (facts) => headsOf(facts).some((name) => name === '') },
  {
    id: 'split.verbs-with-objects',
    holds: ({ parts }) =>
      parts.every((part) => part.length >= 5 && STARTS_DONE.test(part)) && parts.length > 1,
  },
  {
    id: 'keep.verb-list',
    holds: ({ parts }) => parts.every((part) => STARTS_WITH_VERB.test(part) && part.length >= 3),
  },
  {
    id: 'split.namely',
    holds: (facts) =>
      /^(?:即|包括|分别是|分别为)/u.test(firstPart(facts)) && ENDS_AS_WORK.test(lastPart(facts)),
  },
  { id: 'keep.kinds', holds: (facts) => KINDS.test(lastPart(facts)) },
  {
    id: 'split.named-and-counted',
    holds: (facts) =>
      /等(?:\d+|[一二三四五六七八九十两]+)(?:个|家|条|项|座|所|处|位)/u.test(lastPart(facts)) &&
      headsOf(facts).every((name) => name.length >= 2 && !GENERIC.test(name)),
  },
  {
    id: 'split.projects-among-others',
    holds: (facts) =>
      /等(?:一批)?(?:重点|重大|标志性)?(?:项目|工程)/u.test(lastPart(facts)) &&
      headsOf(facts).every((name) => name.length >= 4 && !GENERIC.test(name)),
  },
  { id: 'split.firms', holds: (facts) => namesClients(facts) && isNameList(facts) },
  { id: 'keep.scope', holds: (facts) => SCOPE.test(lastPart(facts)) && !everyWork(facts) },
  {
    id: 'keep.attributes',
    holds: ({ parts }) => parts.slice(1).some((part) => /^[^的]{1,8}的[^的]{2,}/u.test(part)),
  },
  {
    id: 'split.listed-works',
    holds: (facts) => everyWork(facts) && !/^(?:以|按照|根据)/u.test(firstPart(facts)),
  },
  {
    id: 'split.clients',
    holds: (facts) =>
      CLIENT.test(firstPart(facts)) &&
      isNameList(facts) &&
      headsOf(facts).every(
        (name) => name.length >= 2 && name.length <= 10 && !name.includes('的'),
      ) &&
      !/等/u.test(lastPart(facts)),
  },
  {
    id: 'split.done-objects',
    holds: (facts) =>
      DONE_VERB.test(firstPart(facts)) && isNameList(facts) && !/等/u.test(lastPart(facts)),
  },
  {
    id: 'split.subjects',
    holds: (facts) =>
      !HEAD_VERB.test(firstPart(facts)) &&
      isNameList(facts) &&
      DONE_VERB.test(lastPart(facts)) &&
      !/等(?!\d)/u.test(lastPart(facts)) &&
      !/每/u.test(lastPart(facts)),
  },
  { id: 'keep.words', holds: () => true },
];

/** 紧盯甲、乙、丙等龙头企业: firms by name, each to be won for itself. */
const namesClients = (facts: ListFacts): boolean =>
  /紧盯|盯紧|盯住|跟进|对接|拜访|走访/u.test(firstPart(facts)) &&
  /等(?:行业|国内|知名|重点|一批)*(?:龙头|头部|链主|领军|央企|上市)[\u4e00-\u9fff]{0,2}(?:企业|公司)?$/u.test(
    lastPart(facts),
  );

const everyWork = (facts: ListFacts): boolean =>
  headsOf(facts).every(
    (name) => name.length >= 2 && ENDS_AS_WORK.test(name) && !GENERIC.test(name),
  );
