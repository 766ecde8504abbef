import type { Policy } from '../../domain/policy/policy.ts';
import type { FormRow, PolicyFields } from './rows.ts';
import { rungFields, rungsIn } from './rungs-in-form.ts';

/** Templates that a form can have; more are left unread. */
const MOST_TEMPLATES = 20;

/** Rows for a new template under those that are there. */
const SPARE = 1;

/** The fields that say how nodes are reminded of, and from what they are entered. */
export const nodeFields = ({ nodes, nodeTemplates }: Policy): PolicyFields => ({
  ...rungFields(nodes, 'node-'),
  ...Object.fromEntries(
    nodeTemplates.flatMap(({ id, name, nodes: titles }, at) => [
      [`template-${at}-id`, id],
      [`template-${at}-name`, name],
      [`template-${at}-nodes`, titles.join('、')],
    ]),
  ),
});

/** What the fields say of nodes, in the shape of a policy. */
export const nodesInFields = (
  fields: PolicyFields,
  rows: { readonly before: readonly FormRow[]; readonly overdue: readonly FormRow[] },
): Readonly<Record<'nodes' | 'nodeTemplates', unknown>> => ({
  nodes: rungsIn(fields, rows, 'node-'),
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
