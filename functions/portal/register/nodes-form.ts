import { type NodeInput, NodeInput as Schema } from '../../domain/nodes/node-wish.ts';
import { MOST_NODES } from '../../domain/policy/node-rules.ts';
import { type FieldFault, readForm } from '../http/forms.ts';

/** One row of the form as it was sent or is proposed. */
export type NodeRowFields = Readonly<Record<'title' | 'due' | 'unit' | 'weight', string>>;

const names = { title: '节点名称', due: '期限', unit: '责任单位', weight: '权重' };

/** The name of a field of row `at`. */
export const nodeField = (name: keyof NodeRowFields, at: number): string => `${name}-${at}`;

/** The rows that were sent, as they were typed. */
export function typedRows(fields: Readonly<Record<string, string>>): readonly NodeRowFields[] {
  const rows: NodeRowFields[] = [];
  for (let at = 0; at < MOST_NODES; at += 1) {
    if (fields[nodeField('title', at)] === undefined) break;
    const of = (name: keyof NodeRowFields): string => (fields[nodeField(name, at)] ?? '').trim();
    rows.push({ title: of('title'), due: of('due'), unit: of('unit'), weight: of('weight') });
  }
  return rows;
}

/** What rows say; a row without a name is left out. */
export function readRows(rows: readonly NodeRowFields[]): {
  readonly nodes: readonly NodeInput[];
  readonly faults: readonly FieldFault[];
} {
  const nodes: NodeInput[] = [];
  const faults: FieldFault[] = [];
  for (const [at, row] of rows.entries()) {
    if (row.title === '') continue;
    const { unit, weight } = row;
    const given = {
      title: row.title,
      due: row.due,
      ...(unit !== '' && { unit }),
      weight: weight === '' ? null : Number(weight),
    };
    const read = readForm(Schema, given, names);
    if ('value' in read) nodes.push(read.value);
    else faults.push(...read.faults.map((fault) => placed(fault, at)));
  }
  if (nodes.length + faults.length === 0) {
    faults.push({ field: nodeField('title', 0), message: '请至少填写一个节点的名称和期限' });
  }
  return { nodes, faults };
}

const placed = ({ field, message }: FieldFault, at: number): FieldFault => ({
  field: nodeField(field as keyof NodeRowFields, at),
  message: `第${at + 1}行${message}`,
});
