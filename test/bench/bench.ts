import { performance } from 'node:perf_hooks';
import { Temporal } from 'temporal-polyfill';
import { heardBefore, wakeAtOf } from '../../functions/domain/deadlines/wakes.ts';
import { rehearse } from '../../functions/domain/messages/rehearsal.ts';
import { readSample } from '../../functions/local/sample.ts';
import { openSqlite } from '../../functions/local/sqlite-file.ts';
import { sqliteItems } from '../../functions/local/sqlite-items.ts';
import { storedRegister } from '../../functions/register/stored-register.ts';
import { aStoredTask, aTask, at, day, rules } from '../support/builders.ts';

/** Measures what is claimed, each with the naive way next to it, and prints a line for each. */
const milliseconds = async (work: () => unknown): Promise<number> => {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
};

const line = (what: string, ours: number, naive: string): void =>
  void process.stdout.write(`${what.padEnd(52)} ${ours.toFixed(1).padStart(9)} ms   ${naive}\n`);

await benchRehearsal();
for (const size of [250, 1000, 4000]) await benchDue(size);

async function benchRehearsal(): Promise<void> {
  const { tasks } = await readSample(at('2022-01-01 00:00'));
  const [from, to] = [day('2022-01-01'), day('2022-12-31')];
  const ours = await milliseconds(() => rehearse(tasks, from, to, rules));
  const naive = await milliseconds(() => {
    for (
      let today = from;
      Temporal.PlainDate.compare(today, to) <= 0;
      today = today.add({ days: 1 })
    ) {
      rehearse(tasks, today, today, rules);
    }
  });
  line(
    `rehearse a year of ${tasks.length} tasks, wake to wake`,
    ours,
    `day by day ${naive.toFixed(1)} ms`,
  );
}

/** What one morning costs: the index answers what is due; the naive way reads the whole register. */
async function benchDue(size: number): Promise<void> {
  const DUE_NOW = 20;
  const register = storedRegister(sqliteItems(openSqlite()));
  for (let number = 0; number < size; number += 1) {
    const task = aTask({
      id: `t-${number}`,
      due: day(number < DUE_NOW ? '2022-06-30' : '2022-12-30'),
    });
    const heard = heardBefore(task, at('2022-06-15 07:00'), rules);
    await register.create(aStoredTask({ task, heard, wakeAt: wakeAtOf(task, heard, rules) }));
  }
  let read = 0;
  const readDue = async (): Promise<void> => {
    const refs = await register.due('linxiang', at('2022-06-15 08:00'));
    for (const ref of refs) if (ref.record === 'task') await register.task('linxiang', ref.id);
  };
  await readDue();
  const ours = await milliseconds(readDue);
  const naive = await milliseconds(async () => {
    for await (const stored of register.tasks('linxiang')) read += Number('task' in stored);
  });
  line(
    `read the ${DUE_NOW} due among ${size} tasks`,
    ours,
    `read all ${read}: ${naive.toFixed(1)} ms`,
  );
}
