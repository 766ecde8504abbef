import { oneOf } from '../text/patterns.ts';
import { ADVERBS, DONE_VERBS, STANDING_VERBS } from '../text/vocabulary.ts';
import { isBinding } from './binding.ts';
import {
  type ClauseFacts,
  type ClauseRole,
  isBare,
  matching,
  type RoleRule,
} from './clause-facts.ts';
import { isMeans } from './clause-means.ts';
import {
  COLOPHON,
  CONTACT,
  COPULA,
  DEFINES,
  GRAND,
  LEAD_IN,
  NOTE_CLAUSE,
  OCCASION,
  PROBLEM,
  RESPONSIBLE,
  SANCTION,
  SIZE_ONLY,
  SLOGAN,
} from './clause-patterns.ts';
import { PURPOSE_WORD, TAIL_VERB } from './clause-purpose.ts';

const VERB = new RegExp(oneOf(DONE_VERBS, STANDING_VERBS), 'u');
const MODAL = /要|必须|应当|应|需|力争|确保|争取|不得|严禁|务必|负责|牵头/u;
const TIME_WORDS = new RegExp(oneOf(ADVERBS, ['在', '到', '于', '前', '\\d{4}年']), 'gu');

/** In the order they are tried; the first that holds decides. */
export const roleRules: readonly RoleRule[] = [
  {
    id: 'skip.signature',
    role: 'skip',
    holds: ({ text, last, joined }) => last && !joined && text === '',
  },
  { id: 'skip.contact', role: 'skip', holds: matching(CONTACT) },
  { id: 'skip.colophon', role: 'skip', holds: matching(COLOPHON) },
  { id: 'skip.occasion', role: 'skip', holds: matching(OCCASION) },
  {
    id: 'skip.of-described',
    role: 'skip',
    holds: ({ text, dated, described }) => described && !dated && text.startsWith('其中'),
  },
  {
    id: 'join.condition',
    role: 'prefix',
    holds: ({ text, counted, last }) => !counted && !last && /^对[^，]{2,60}的$/u.test(text),
  },
  { id: 'skip.sanction', role: 'skip', holds: matching(SANCTION) },
  {
    id: 'skip.lead-in',
    role: 'skip',
    holds: (facts) => LEAD_IN.test(facts.text) && !facts.counted,
  },
  { id: 'skip.note', role: 'skip', holds: matching(NOTE_CLAUSE) },
  {
    id: 'join.responsible',
    role: 'prefix',
    holds: ({ text, last }) => !last && RESPONSIBLE.test(text),
  },
  {
    id: 'join.definition',
    role: 'prefix',
    holds: ({ text, next }) => /明确|确定|界定/u.test(text) && DEFINES.test(next),
  },
  {
    id: 'task.definition',
    role: 'task',
    holds: ({ text, follows, joined }) => (follows || joined) && DEFINES.test(text),
  },
  { id: 'skip.problem', role: 'skip', holds: (facts) => isBare(facts) && PROBLEM.test(facts.text) },
  { id: 'skip.slogan', role: 'skip', holds: (facts) => isBare(facts) && SLOGAN.test(facts.text) },
  { id: 'skip.slogan', role: 'skip', holds: (facts) => isBare(facts) && GRAND.test(facts.text) },
  {
    id: 'skip.description',
    role: 'skip',
    holds: (facts) => SIZE_ONLY.test(facts.text) && !facts.dated && !isBinding(facts.text),
  },
  {
    id: 'skip.description',
    role: 'skip',
    holds: (facts) => isBare(facts) && COPULA.test(facts.text) && !isBinding(facts.text),
  },
  {
    id: 'join.time',
    role: 'prefix',
    holds: ({ text, last }) => !last && text.replace(TIME_WORDS, '') === '',
  },
  {
    id: 'join.means',
    role: 'prefix',
    holds: (facts) => !facts.counted && !facts.last && isMeans(facts.text),
  },
  {
    id: 'skip.purpose',
    role: 'skip',
    holds: (facts) =>
      isBare(facts) && (facts.follows || facts.last) && PURPOSE_WORD.test(facts.text),
  },
  {
    id: 'skip.purpose',
    role: 'skip',
    holds: (facts) => isBare(facts) && facts.follows && TAIL_VERB.test(facts.text),
  },
  {
    id: 'task.verb',
    role: 'task',
    holds: (facts) =>
      facts.counted || facts.dated || VERB.test(facts.text) || MODAL.test(facts.text),
  },
  { id: 'skip.no-duty', role: 'skip', holds: () => true },
];

/** The role of a clause and the rule that gave it; the last rule always holds. */
export function roleOf(facts: ClauseFacts): { readonly id: string; readonly role: ClauseRole } {
  const { id, role } = roleRules.find(({ holds }) => holds(facts)) ?? {
    id: 'skip.no-duty',
    role: 'skip',
  };
  return { id, role };
}
