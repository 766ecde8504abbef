import { Role } from '../../domain/base/role.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { type FormRow, numberIn, type PolicyFields, tickedIn, ticks } from './rows.ts';

/** Templates that a form can have; more are left unread. */
const MOST_TEMPLATES = 20;

/** Rows for a new template under those that are there. */
const SPARE = 1;

/** The fields that say how nodes are reminded of, and from what they are entered. */
export const nodeFields = ({ nodes, nodeTemplates }: Policy): PolicyFields => ({
  ...rowFieldsOf('node-before', nodes.before, ({ daysBefore }) => daysBefore),
  ...Object.fromEntries(
    nodes.before.map(({ spanOver }, at) => [
      `node-before-${at}-span`,
      spanOver === 0 ? '' : String(spanOver),
    ]),
  ),
  ...rowFieldsOf('node-overdue', nodes.overdue, ({ workingDaysAfter }) => workingDaysAfter),
  'node-weekly-days': String(nodes.weekly.everyWorkingDays),
  ...ticks('node-weekly-to', nodes.weekly.to),
  ...Object.fromEntries(
    nodeTemplates.flatMap(({ id, name, nodes: titles }, at) => [
      [`template-${at}-id`, id],
      [`template-${at}-name`, name],
      [`template-${at}-nodes`, titles.join('、')],
    ]),
  ),
});

function rowFieldsOf<Row extends { readonly to: readonly Role[] }>(
  name: string,
  rows: readonly Row[],
  daysOf: (row: Row) => number,
): PolicyFields {
  const named = rows.map((row, at) => ({
    [`${name}-${at}-days`]: String(daysOf(row)),
    ...ticks(`${name}-${at}-to`, row.to),
  }));
  return Object.assign({}, ...named) as PolicyFields;
}

const rolesIn = (name: string, fields: PolicyFields): readonly string[] =>
  tickedIn(name, Role.options, fields);

/** What the fields say of nodes, in the shape of a policy. */
export const nodesInFields = (
  fields: PolicyFields,
  rows: { readonly before: readonly FormRow[]; readonly overdue: readonly FormRow[] },
): Readonly<Record<'nodes' | 'nodeTemplates', unknown>> => ({
  nodes: {
    before: rows.before.map(({ row, number }) => ({
      daysBefore: number,
      spanOver: numberIn(fields[`${row}-span`]) ?? 0,
      to: rolesIn(`${row}-to`, fields),
    })),
    overdue: rows.overdue.map(({ row, number }) => ({
      workingDaysAfter: number,
      to: rolesIn(`${row}-to`, fields),
    })),
    weekly: {
      everyWorkingDays: numberIn(fields['node-weekly-days']),
      to: rolesIn('node-weekly-to', fields),
    },
  },
  nodeTemplates: filledTemplates(fields).map((at) => ({
    id: fields[`template-${at}-id`]?.trim(),
    name: fields[`template-${at}-name`]?.trim() ?? '',
    nodes: (fields[`template-${at}-nodes`] ?? '')
      .split(/[、，,]/)
      .map((title) => title.trim())
      .filter((title) => title !== ''),
  })),
});

const filledTemplates = (fields: PolicyFields): readonly number[] =>
  Array.from({ length: MOST_TEMPLATES }, (_, at) => at).filter(
    (at) => (fields[`template-${at}-id`] ?? '').trim() !== '',
  );

/** The rows of templates that a form shows, from 0. */
export const templatePlaces = (fields: PolicyFields): readonly number[] => {
  const last = filledTemplates(fields).at(-1) ?? -1;
  return Array.from({ length: last + 1 + SPARE }, (_, at) => at);
};
