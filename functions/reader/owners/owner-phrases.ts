import { ACTS, LABEL } from './owner-words.ts';
import { isOffice, isUnit, unitNames } from './unit-names.ts';

/** The units responsible for a promise, lead first, and the supporting units. */
export type Owners = { readonly owners: readonly string[]; readonly support: readonly string[] };

export const NOBODY: Owners = { owners: [], support: [] };

type Role = 'owners' | 'support' | 'none';

const HAS_LABEL = new RegExp(`(?:${LABEL.source})[：:]`, 'u');
const LABELLED = new RegExp(HAS_LABEL.source, 'gu');

const OWNER_LINE = new RegExp(`^[（(]?(?:${LABEL.source})[：:]`, 'u');

/** Whether a line names the owners of the point above it. */
export const isOwnerLine = (text: string): boolean => OWNER_LINE.test(text);

const ACT = new RegExp(ACTS.source, 'gu');

/** Whether bracketed words name owners. */
export const namesOwners = (text: string): boolean =>
  HAS_LABEL.test(text) ||
  ACTS.test(text) ||
  /^各[^，。]{1,24}(?:单位|部门|政府|街道|乡镇|镇街)$/u.test(text) ||
  isListOfUnits(text);

/** Whether `text` is nothing but offices: 县财政局、县审计局. */
export function isListOfUnits(text: string): boolean {
  if (text.length < SHORTEST_LIST) return false;
  const names = text.replace(/（[市县区州旗、]{1,5}）/gu, '').split(/[、，]/u);
  return (
    names.every((name) => /^[\u4e00-\u9fff]+$/u.test(name)) &&
    names.every((name) => isUnit(name) || COLLECTIVE.test(name)) &&
    names.some((name) => isOffice(name) && !COLLECTIVE.test(name))
  );
}

const SHORTEST_LIST = 3;

/** 区直有关部门, 各乡镇: occurs in lists of units without naming one. */
const COLLECTIVE = /^(?:各|有关|相关)[\u4e00-\u9fff]{1,10}$|(?:有关|相关|各)(?:部门|单位)$/u;

/** Longest list of units, in characters. */
export const LONGEST_PHRASE = 600;

/** Reads an owner phrase, bracketed or on its own line, as printed. */
export function readOwners(printed: string): Owners {
  const text = printed.slice(0, LONGEST_PHRASE);
  const marks = [...text.matchAll(LABELLED)];
  if (marks.length === 0) return readSentence(text);
  const found = marks.map((mark, index) => ({
    role: roleOf(mark.groups ?? {}),
    names: unitNames(
      text.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? text.length),
    ),
  }));
  return gather(found);
}

/** A牵头，B、C配合; A会同B; A、B分别负责; or names alone. */
function readSentence(text: string): Owners {
  const found: { role: Role; names: readonly string[] }[] = [];
  let from = 0;
  let joined = false;
  for (const act of text.matchAll(ACT)) {
    const groups = act.groups ?? {};
    const role = joined ? joinedRole(groups) : roleOf(groups);
    found.push({ role, names: unitNames(text.slice(from, act.index)) });
    joined = groups['join'] !== undefined;
    from = act.index + act[0].length;
  }
  const rest = unitNames(text.slice(from));
  if (found.length === 0 || joined)
    found.push({ role: joined ? 'support' : 'owners', names: rest });
  return gather(found);
}

/** A会同B负责: both are responsible and A leads; plain A会同B: B supports. */
const joinedRole = ({ lead }: Readonly<Record<string, string | undefined>>): Role =>
  lead === undefined ? 'support' : 'owners';

function roleOf({ lead, join, support }: Readonly<Record<string, string | undefined>>): Role {
  if (lead !== undefined || join !== undefined) return 'owners';
  return support === undefined ? 'none' : 'support';
}

function gather(
  found: readonly { readonly role: Role; readonly names: readonly string[] }[],
): Owners {
  const of = (role: Role): readonly string[] => [
    ...new Set(found.filter((one) => one.role === role).flatMap(({ names }) => names)),
  ];
  const owners = of('owners');
  return { owners, support: of('support').filter((name) => !owners.includes(name)) };
}
