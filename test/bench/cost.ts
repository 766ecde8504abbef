import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { takeTsx } from '../../bin/jsx.ts';
import { stateCouncilCalendar } from '../../functions/domain/calendar/working-calendar.ts';
import { topicWith } from '../../functions/domain/contacts/outlets.ts';
import { CODE_LENGTH } from '../../functions/domain/messages/action-link.ts';
import { enterContacts } from '../../functions/flows/contacts/enter-contacts.ts';
import type { Ports } from '../../functions/flows/ports.ts';
import { openPark } from '../../functions/flows/tasks/open-park.ts';
import { reconcile } from '../../functions/flows/wake/reconcile.ts';
import { sweep } from '../../functions/flows/wake/sweep.ts';
import { takeVitals } from '../../functions/flows/wake/take-health.ts';
import { readSample, samplePark } from '../../functions/local/sample.ts';
import { dynamoItems } from '../../functions/register/dynamo-items.ts';
import { storedPorts } from '../../functions/register/stored-ports.ts';
import { at } from '../support/builders.ts';
import { startDynamoDbLocal } from '../support/dynamodb-local.ts';
import { enterTasks, wake, watchPark } from '../support/requests.ts';

/**
 * US dollars a unit in us-east-1, list prices without free tiers but the scheduler's 14 million
 * invocations: those of shared/facts.md, and CloudWatch's own list for metrics and dashboards. Those
 * of mainland China are not public for all of these services.
 */
const PRICES = {
  writeUnit: 0.625e-6,
  readUnit: 0.125e-6,
  lambdaCall: 0.2e-6,
  lambdaGbSecond: 13.3334e-6,
  publish: 0.5e-6,
  mail: 20e-6,
  logGb: 0.5,
  alarm: 0.1,
  dashboard: 3,
  metric: 0.3,
  pageCall: 1e-6,
} as const;

/** Pages that a park's people open in a month, and of 512 MB for 120 ms, the time of one. */
const VIEWS = 900;
const GB_SECONDS_A_PAGE = 0.06;

/** Pages that stand for all: who looks at the whole, at the list, at one task. */
const VIEWED = ['/', '/items', '/items/p22-071'] as const;

/** Of 512 MB for 0.4 seconds, the time of a run that does something; a look that finds nothing is shorter. */
const GB_SECONDS_A_CALL = 0.2;
const GB_A_LOG_LINE = 1.5e-6;

/** What the month of one park asked of AWS. */
type Counted = { reads: number; writes: number; calls: number; slots: number; messages: number };

/** The busiest month of the sample: half-year deadlines come due, and nobody does anything. */
const [FIRST, LAST] = ['2022-06-01', '2022-06-30'] as const;

async function benchCost(): Promise<void> {
  const { dynamo, stop } = await startDynamoDbLocal();
  const counted: Counted = { reads: 0, writes: 0, calls: 0, slots: 0, messages: 0 };
  let now = at(`${FIRST} 00:00`);
  const slots = new Set<string>();
  const ports: Ports = {
    ...storedPorts(dynamoItems(dynamo)),
    clock: {
      ensureSlot: async (_park, instant) => void slots.add(instant.toString()),
      wakeSoon: async () => undefined,
    },
    messenger: {
      publish: async (messages) => {
        counted.messages += messages.length;
        return messages.map(() => ({ result: 'accepted', messageId: randomUUID() }) as const);
      },
    },
    outlets: topicWith(['wecom']),
    calendar: stateCouncilCalendar,
    now: () => now,
    newId: randomUUID,
    pages: () => null,
    newCode: () => randomUUID().replaceAll('-', '').slice(0, CODE_LENGTH),
  };
  const tasks = await enter(ports, now);
  count(dynamo.client, counted);
  for (const instant of instants(now)) {
    now = instant;
    await runsAt(instant, { ports, slots, counted });
  }
  counted.slots = slots.size;
  const runs = { ...counted };
  await viewPages(ports);
  const pageReads = ((counted.reads - runs.reads) * VIEWS) / VIEWED.length;
  stop();
  print(runs, pageReads, tasks);
}

/** Opens each of the pages once, as the office. */
async function viewPages(ports: Ports): Promise<void> {
  takeTsx();
  const { portalApp } = await import('../../functions/portal/app.tsx');
  const app = portalApp({
    ports,
    keys: [new Uint8Array(32)],
    realNow: ports.now,
    addressOf: () => '127.0.0.1',
    signIn: { kind: 'chooseRole', park: samplePark.id, guest: 'office' },
    uploadMegabytes: 20,
    demo: null,
    asking: null,
    subscribing: null,
    log: { error: (message) => void process.stderr.write(message) },
  });
  for (const path of VIEWED) {
    const { status } = await app.request(`http://localhost${path}`);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
  }
}

/** @yields every instant of the month at which something may run: every five minutes. */
function* instants(from: Temporal.Instant): Generator<Temporal.Instant, void> {
  const end = at(`${LAST} 23:59`);
  for (let each = from; Temporal.Instant.compare(each, end) <= 0; each = each.add({ minutes: 5 })) {
    yield each;
  }
}

type Month = {
  readonly ports: Ports;
  readonly slots: ReadonlySet<string>;
  readonly counted: Counted;
};

/** What the schedules call at `instant`: vitals every five minutes, the sweep every ten, reconcile at night. */
async function runsAt(instant: Temporal.Instant, month: Month): Promise<void> {
  const { ports, slots, counted } = month;
  const local = instant.toZonedDateTimeISO('Asia/Shanghai');
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    counted.calls += 1;
    await work();
  };
  await run(() => takeVitals({ ...ports, slotsBefore: async () => 0 }));
  if (local.minute % 10 === 5) await run(() => sweep(ports));
  if (local.hour === 2 && local.minute === 15) await run(() => reconcile(ports));
  if (slots.has(instant.toString())) await run(() => wake(samplePark.id, ports));
}

async function enter(ports: Ports, now: Temporal.Instant): Promise<number> {
  const { contacts, tasks } = await readSample(now);
  const { id, name } = samplePark;
  await openPark({ id, name, timeZone: 'Asia/Shanghai' }, ports);
  await enterContacts(id, contacts, ports);
  await enterTasks(id, tasks, now, ports);
  await watchPark(id, tasks, now, ports);
  return tasks.length;
}

/** Counts the capacity that every request says it consumed. */
function count(client: DynamoDBDocumentClient, counted: Counted): void {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
        const answer = await next(args);
        const { ConsumedCapacity } = answer.output as Consuming;
        const units = ConsumedCapacity?.CapacityUnits ?? 0;
        if (/Put|Update|Delete/.test(commandName)) counted.writes += units;
        else counted.reads += units;
        return answer;
      },
    { step: 'initialize' },
  );
}

type Consuming = { readonly ConsumedCapacity?: { readonly CapacityUnits?: number } };

function print(counted: Counted, pageReads: number, tasks: number): void {
  const { reads, writes, calls, slots, messages } = counted;
  const ALARMS = 13;
  const GAUGES = 4;
  const bill = {
    [`DynamoDB：写 ${writes} 单位`]: writes * PRICES.writeUnit,
    [`DynamoDB：读 ${reads} 单位`]: reads * PRICES.readUnit,
    [`Lambda：${calls} 次`]:
      calls * (PRICES.lambdaCall + GB_SECONDS_A_CALL * PRICES.lambdaGbSecond),
    [`日志：${calls} 行`]: calls * GB_A_LOG_LINE * PRICES.logGb,
    [`Scheduler：${slots} 个时刻（1400 万次以内免费）`]: 0,
    [`网页：打开 ${VIEWS} 次，读 ${Math.round(pageReads)} 单位`]:
      VIEWS * (PRICES.pageCall + PRICES.lambdaCall + GB_SECONDS_A_PAGE * PRICES.lambdaGbSecond) +
      pageReads * PRICES.readUnit,
    [`SNS：发布 ${messages} 条`]: messages * PRICES.publish,
    [`SNS：全部用邮件送达时`]: messages * PRICES.mail,
    [`CloudWatch：${ALARMS} 个告警、${GAUGES} 个指标、1 个面板（全站一份）`]:
      ALARMS * PRICES.alarm + GAUGES * PRICES.metric + PRICES.dashboard,
  };
  const total = Object.values(bill).reduce((sum, each) => sum + each, 0);
  const lines = Object.entries({ ...bill, 合计: total }).map(
    ([what, dollars]) => `${dollars.toFixed(5).padStart(10)} 美元  ${what}`,
  );
  process.stdout.write(
    `一个园区、${tasks} 项工作、一个月（us-east-1 目录价）\n${lines.join('\n')}\n`,
  );
}

await benchCost();
