import { type Owners, readOwners } from './owner-phrases.ts';
import { OFFICE_ENDING, unitNames } from './unit-names.ts';

const NAME = `[\\u4e00-\\u9fff（、）]{0,14}?(?:${OFFICE_ENDING}|（市、区）|（区）|单位|部门)`;
const SUBJECT = new RegExp(
  `^(?:[^，。；]{0,12}?，)?(?<names>${NAME}(?:、${NAME}){0,5})(?=分别|要|需|应|须|务必|务于|负责|牵头|会同|必须|尽快|抓紧|于|在|将|根据|按照|组织|自|每)`,
  'u',
);
const BY = /由(?<names>[\u4e00-\u9fff、（）]{2,40}?)(?:牵头|负责|承办|会同)/u;

/**
 * The office that `clause` gives an order to, as its subject or as 由…负责.
 *
 * @returns nobody for a collective subject (各单位), undefined for a clause without one.
 */
export function subjectOf(clause: string): Owners | undefined {
  const by = BY.exec(clause);
  if (by) return readOwners(clause.slice(by.index + 1).split('，', 1)[0] ?? '');
  const led = /^[^，。；]{2,24}?(?:牵头|会同)/u.exec(clause);
  if (led)
    return readOwners(
      clause
        .split('，', 2)
        .join('，')
        .slice(0, 80)
        .replace(/要(?=牵头|会同)/u, ''),
    );
  const names = SUBJECT.exec(clause)?.groups?.['names'];
  return names === undefined ? undefined : { owners: unitNames(names), support: [] };
}
