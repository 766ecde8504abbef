import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { stateCouncilCalendar } from '../../functions/domain/calendar.ts';
import { CODE_LENGTH } from '../../functions/domain/link.ts';
import { enterTasks, openPark, watchPark } from '../../functions/flows/open-park.ts';
import type { Needs } from '../../functions/flows/ports.ts';
import { startDynamo } from '../../functions/local/embedded-dynamo.ts';
import { dynamoBooks } from '../../functions/register/dynamo-books.ts';
import { dynamoLedger } from '../../functions/register/dynamo-ledger.ts';
import { dynamoLinks } from '../../functions/register/dynamo-links.ts';
import { dynamoRegister } from '../../functions/register/dynamo-register.ts';
import { itemsOf } from '../../functions/register/park-items.ts';
import { aPark, aTask, contactsOf, deadlinesOnly } from '../support/builders.ts';

export const PARK = 'linxiang';

/**
 * Writes a park, as a laptop would have it, to a file for `ruqi restore`: two units with one task
 * each, both at their before-15 rung on `day`, which asks to be signed for.
 */
export async function seedFile(folder: string, day: Temporal.PlainDate): Promise<string> {
  const dynamo = await startDynamo();
  const entered = day
    .toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '07:00' })
    .toInstant();
  const needs: Needs = {
    register: dynamoRegister(dynamo.documents),
    ledger: dynamoLedger(dynamo.documents),
    books: dynamoBooks(dynamo.documents),
    links: dynamoLinks(dynamo.documents),
    clock: { ensureSlot: async () => undefined },
    messenger: { publish: async () => [] },
    calendar: stateCouncilCalendar,
    now: () => entered,
    newId: randomUUID,
    pages: () => null,
    newCode: () => randomUUID().replaceAll('-', '').slice(0, CODE_LENGTH),
  };
  const units = ['安环局', '水务'];
  const due = day.add({ days: 15 });
  const tasks = units.map((leadUnit, number) =>
    aTask({
      id: `t-${number}`,
      title: `${leadUnit}的一项工作`,
      leadUnit,
      plan: day.year,
      start: day.subtract({ days: 120 }),
      due,
      originalDue: due,
    }),
  );
  await openPark(aPark(), needs, { ...deadlinesOnly, yellowFrom: 15 });
  await needs.register.putContacts(PARK, contactsOf(...units));
  await enterTasks(PARK, tasks, entered, needs);
  await watchPark(PARK, tasks, entered, needs);
  const lines = await Array.fromAsync(itemsOf(dynamo.documents, PARK), (item) =>
    JSON.stringify(item),
  );
  await dynamo.stop();
  const file = join(folder, 'park.jsonl');
  await writeFile(file, lines.join('\n'));
  return file;
}
