import { DamagedRecord } from '../../domain/base/faults.ts';

/** Where damaged records are noted: in the report of a run, or a list of its own. */
export type Noting = { readonly report: { readonly damaged: string[] } };

/** Notes a record that cannot be read: it is named in the log, and counted for the office. */
export function noteDamage({ report }: Noting, { key }: DamagedRecord): void {
  if (!report.damaged.includes(key)) report.damaged.push(key);
}

/** @yields each of `records` that can be read, in their order; the others are noted. */
export async function* readable<Value>(
  noting: Noting,
  records: AsyncIterable<Value | DamagedRecord> | Iterable<Value | DamagedRecord>,
): AsyncGenerator<Value, void> {
  for await (const each of records) {
    if (each instanceof DamagedRecord) noteDamage(noting, each);
    else yield each;
  }
}

/** What `reading` answers; `otherwise` for a record that cannot be read, which is noted. */
export async function unlessDamaged<Value, Otherwise>(
  noting: Noting,
  reading: () => Promise<Value>,
  otherwise: Otherwise,
): Promise<Value | Otherwise> {
  try {
    return await reading();
  } catch (fault) {
    if (!(fault instanceof DamagedRecord)) throw fault;
    noteDamage(noting, fault);
    return otherwise;
  }
}
