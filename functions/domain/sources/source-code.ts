import { SourceId, TaskId } from '../base/ids.ts';
import { SourceKind } from './source-kind.ts';

const letters: Readonly<Record<SourceKind, string>> = {
  annualPlan: 'p',
  livelihood: 'm',
  meeting: 'y',
  instruction: 's',
  superior: 'j',
  campaign: 'z',
  hand: 'h',
};

/** A source's code, as addresses and files spell it. */
export const SOURCE_CODE = /^[a-z]\d{2}[a-z]*$/u;

/** The kind that `code` was given for. */
export const kindOfCode = (code: SourceId): SourceKind =>
  SourceKind.options.find((kind) => letters[kind] === code[0]) ?? 'annualPlan';

/** Last two digits of `year`. */
const short = (year: number): string => String(year % 100).padStart(2, '0');

/** Code of the first annual plan of `year`; tasks that name no source belong to it. */
export const planCode = (year: number): SourceId => SourceId.parse(`p${short(year)}`);

/**
 * The next free code of `kind` in `year`. The first annual plan and the entries by hand have no suffix:
 * `p22`, `h22`; all others do: `m22a`, `m22b` … `m22z`, `m22aa`.
 */
export function freeCode(kind: SourceKind, year: number, taken: ReadonlySet<string>): SourceId {
  const stem = `${letters[kind]}${short(year)}`;
  const isBare = kind === 'annualPlan' || kind === 'hand';
  if (isBare && !taken.has(stem)) return SourceId.parse(stem);
  let number = 1;
  while (taken.has(`${stem}${suffix(number)}`)) number += 1;
  return SourceId.parse(`${stem}${suffix(number)}`);
}

const LETTERS = 26;

/** Letters of `number` as in the columns of a worksheet: 1 is `a`, 26 `z`, 27 `aa`. */
function suffix(number: number): string {
  const rest = Math.floor((number - 1) / LETTERS);
  const last = String.fromCharCode('a'.charCodeAt(0) + ((number - 1) % LETTERS));
  return rest === 0 ? last : `${suffix(rest)}${last}`;
}

const DIGITS = 3;

/** Id of the task that has `number` in `source`: `p22-058`. */
export const numberedId = (source: SourceId, number: number): TaskId =>
  TaskId.parse(`${source}-${String(number).padStart(DIGITS, '0')}`);

/** The first number above those of all `ids` of `source`. */
export const freeNumber = (source: SourceId, ids: readonly string[]): number =>
  1 +
  ids
    .filter((id) => id.startsWith(`${source}-`))
    .reduce((most, id) => Math.max(most, taskNumber(id)), 0);

/** The number that ends `id`; 0 where none does. */
export const taskNumber = (id: string): number => Number(/(?<!\d)\d+$/u.exec(id)?.[0] ?? 0);
