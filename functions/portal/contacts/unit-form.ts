import { oneLine } from '../../domain/base/one-line.ts';
import { roleName } from '../../domain/base/role.ts';
import { UNIT_ROLES } from '../../domain/contacts/contact.ts';
import { UnitWish } from '../../domain/contacts/unit-wish.ts';
import { type FieldFault, readForm } from '../http/forms.ts';
import type { Field } from '../ui/input.tsx';

/** The fields of the form about a unit. */
export type UnitFields = Readonly<Record<string, string>>;

const names: Readonly<Record<string, string>> = {
  unit: '单位',
  to: '新名称',
  on: '起始日期',
  why: '依据',
  heads: '由谁担任',
};

/** The field that says who holds the post of `role` after a merging. */
export const headField = (role: string): string => `head-${role}`;

/** The move that the fields describe, or all that is wrong with them. */
export function unitWishOf(
  fields: UnitFields,
): UnitWish | { readonly faults: readonly FieldFault[] } {
  const heads = UNIT_ROLES.flatMap((role) => {
    const head = fields[headField(role)];
    return head ? [[role, head] as const] : [];
  });
  const typed = (name: string): string => oneLine(fields[name] ?? '');
  const said = {
    unit: typed('unit'),
    to: typed('to'),
    on: typed('on'),
    why: typed('why'),
    heads: Object.fromEntries(heads),
  };
  const read = readForm(UnitWish, said, names);
  return 'value' in read ? read.value : { faults: read.faults };
}

/** The inputs of the form; a name of another unit as the new name merges into that. */
export const unitInputs = (units: readonly string[], today: string): readonly Field[] => [
  { name: 'unit', label: '单位', choices: units },
  {
    name: 'to',
    label: '新名称（填另一个单位的名称，就是并入那个单位）',
    attributes: { maxlength: 40, autocomplete: 'off' },
  },
  {
    name: 'on',
    label: '自哪一天起（早于今天的立即生效，晚于今天的到那一天生效）',
    attributes: { type: 'date' },
    value: today,
  },
  {
    name: 'why',
    label: '依据（例如机构改革方案的文号）',
    attributes: { maxlength: 500, autocomplete: 'off' },
  },
];

/** `并入以后的责任人` */
export const headLabel = (role: keyof typeof roleName): string => `并入以后的${roleName[role]}`;
