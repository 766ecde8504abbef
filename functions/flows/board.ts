import { type Row, rowOf } from '../domain/board.ts';
import type { Contact } from '../domain/contact.ts';
import { DamagedRecord } from '../domain/faults.ts';
import { localDay } from '../domain/hours.ts';
import { mayRead } from '../domain/permissions.ts';
import type { Plan } from '../domain/plan.ts';
import { noteDamage, type Run } from './run.ts';

/** The register as one contact may see it. */
export type Board = {
  readonly rows: readonly Row[];
  /** The newest plan that the rows are of; null where none was kept. */
  readonly plan: Plan | null;
};

/** Reads the whole register of the park, with every lamp as of the run's instant. */
export async function readBoard(run: Run, viewer: Contact): Promise<Board> {
  const { register } = run.needs;
  const today = localDay(run.now, run.rules);
  const rows: Row[] = [];
  for await (const each of register.tasks(run.park.id)) {
    if (each instanceof DamagedRecord) noteDamage(run, each);
    else if (mayRead(viewer, each.task)) {
      rows.push(rowOf(each, today, run.rules));
    }
  }
  const year = rows.reduce((latest, { task }) => Math.max(latest, task.plan), 0);
  return { rows, plan: (await register.plan(run.park.id, year)) ?? null };
}
