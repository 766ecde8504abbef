import { join } from 'node:path';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { stateCouncilCalendar, workingDayAfter } from '../../functions/domain/calendar.ts';
import type { Settings } from '../../functions/runtime/settings.ts';
import { startIssuer } from '../support/issuer.ts';
import { outputs, type Slots, slotsOf, type Terminal, terminalOf } from './deployment.ts';
import { type Emulator, hasPython, pythonTools, startEmulator } from './emulator.ts';
import { invoke, moveClock, signInWith } from './functions.ts';
import { pagesOf } from './portal.ts';
import { PARK, seedFile } from './seed.ts';
import {
  type Arrived,
  depthOf,
  type Filter,
  type Hook,
  hookUp,
  type Observer,
  observe,
} from './subscribers.ts';

/** How long anything may take that is not a matter of course; a slot alone takes up to ten seconds. */
const SOON = { timeout: 120_000, interval: 250 };

const isSkipped = !hasPython() && process.env['CI'] !== 'true';
if (isSkipped) {
  console.error('没有 Python 3.10（带 venv），跳过 / no Python 3.10 with venv, skipped');
}

/** The working day that the story begins on: ahead of the real clock, so that no slot fires by itself. */
const MORNING = workingDayAfter(
  Temporal.Now.plainDateISO('Asia/Shanghai').add({ days: 1 }),
  1,
  stateCouncilCalendar,
);
/** The day on which silence climbs. */
const LATER = workingDayAfter(MORNING, 2, stateCouncilCalendar);

const afterEight = (day: Temporal.PlainDate): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '08:05' }).toInstant();

const of = (contact: string): Filter => ({ park: [PARK], contact: [contact] });

const never = (): never => {
  throw new Error('no emulator was started');
};

type Items = { readonly items: readonly { readonly id: string }[] };

type Watched = 'owner-0' | 'owner-1' | 'head-0' | 'head-1';

describe.skipIf(isSkipped)('a stage on AWS, emulated', () => {
  let emulator: Emulator | undefined;
  let terminal: Terminal;
  let folder: string;
  let settings: Settings;
  let address: string;
  let slots: Slots;
  let hook: Hook | undefined;
  const observers = new Map<Watched, Observer>();

  const ruqi = (line: string): Promise<string> => terminal.ruqi(`${line} --park ${PARK}`);
  const arrived = async (contact: Watched): Promise<readonly Arrived[]> =>
    (await observers.get(contact)?.arrived()) ?? [];

  /** The first message that `contact` gets. */
  async function first(contact: Watched): Promise<Arrived | undefined> {
    await expect.poll(() => arrived(contact), SOON).not.toEqual([]);
    return (await arrived(contact))[0];
  }

  beforeAll(async () => {
    const tools = await pythonTools();
    emulator = await startEmulator(tools);
    ({ folder } = emulator);
    for (const [name, value] of Object.entries(emulator.environment)) vi.stubEnv(name, value);
    terminal = terminalOf(emulator, tools);
  });
  afterAll(async () => {
    hook?.close();
    await emulator?.stop();
  });

  it('is deployed from templates that CloudFormation takes', async () => {
    await terminal.cdk('synth --quiet');
    // Only what is synthesized to be deployed has its functions bundled, so nothing is synthesized again.
    const app = `--app ${join(folder, 'cdk.out')}`;
    await terminal.cdk(`bootstrap ${app}`);
    await terminal.cdk(`deploy --require-approval never ${app}`);
    await terminal.lint();
    settings = JSON.parse((await outputs())?.['Settings'] ?? '') as Settings;
    slots = slotsOf(settings);
  });

  it('takes a park in that was prepared on a laptop, and plans its slots', async () => {
    address = (await outputs())?.['PortalAddress'] ?? '';
    const file = await seedFile(folder, MORNING);
    expect(await ruqi(`restore ${file}`)).toMatch(/放回了\d+条记录，另有0条/);
    for (const contact of ['owner-0', 'owner-1', 'head-0', 'head-1'] as const) {
      observers.set(contact, await observe(settings.TOPIC_ARN, contact, of(contact)));
    }
    hook = await hookUp(settings.TOPIC_ARN, of('owner-1'));
    expect(await invoke('Reconcile')).toBe('done');
    expect(await slots.names()).not.toEqual([]);
  });

  it('makes a slot again that somebody deleted', async () => {
    const [lost = ''] = await slots.names();
    await slots.remove(lost);
    expect(await slots.names()).not.toContain(lost);
    expect(await invoke('Reconcile')).toBe('done');
    expect(await slots.names()).toContain(lost);
  });

  it('sends the digest when its slot fires, each to its own subscriber', async () => {
    await moveClock(afterEight(MORNING));
    await slots.soon(afterEight(MORNING));
    const digest = await first('owner-0');
    expect(digest?.text).toContain('安环局的一项工作');
    expect(digest?.text).not.toContain('水务的一项工作');
    expect(digest?.attributes).toMatchObject({
      park: PARK,
      contact: 'owner-0',
      role: 'owner',
      lamp: 'yellow',
      channel: 'wecom',
      digest: `${MORNING.toString()}#owner@安环局#1`,
    });
    expect((await first('owner-1'))?.text).toContain('水务的一项工作');
    // An endpoint that confirmed its subscription gets what its filter lets through, and no more.
    await expect.poll(() => hook?.arrived().length, SOON).toBe(1);
    expect(hook?.arrived()[0]?.attributes).toMatchObject({ contact: 'owner-1' });
  });

  it('is signed for by one of the two, by the link in the message', async () => {
    const [, link = ''] = /(\/a\/\w+)/.exec((await first('owner-0'))?.text ?? '') ?? [];
    const phone = pagesOf(emulator ?? never(), address);
    const page = await (await phone.get(link)).text();
    expect(page).toContain('安环局的一项工作');
    expect(page).not.toContain('水务的一项工作');
    expect(page).toContain(`action="${link}/sign"`);
    expect((await phone.post(`${link}/sign`)).status).toBe(303);
    expect(await (await phone.get(link)).text()).not.toContain(`action="${link}/sign"`);
  });

  it('shows its pages to who signs in with the issuer, and to nobody else', async () => {
    const desk = pagesOf(emulator ?? never(), address);
    expect((await desk.get('/')).headers.get('location')).toBe('/sign-in');
    const issuer = await startIssuer();
    await signInWith(issuer.address);
    // The functions' clock is ahead of the issuer's.
    const exp = afterEight(MORNING).add({ hours: 1 }).epochMilliseconds / 1000;
    issuer.claims = { groups: ['ruqi-office'], exp };
    const away = (await desk.get('/sign-in')).headers.get('location') ?? '';
    const { pathname, search } = await issuer.visit(away);
    await desk.get(pathname + search);
    await issuer.stop();
    const { items } = (await (await desk.get('/api/v1/items')).json()) as Items;
    expect(items.map(({ id }) => id).toSorted()).toEqual(['t-0', 't-1']);
  });

  it('climbs to the head of the one that was silent, and to nobody else', async () => {
    await moveClock(afterEight(LATER).add({ minutes: 5 }));
    await slots.soon(afterEight(LATER));
    const climbed = await first('head-1');
    expect(climbed?.text).toContain('水务的一项工作');
    expect(climbed?.text).toContain('责任人至今没有签收');
    expect(await arrived('head-0')).toEqual([]);
  });

  it('closes what is done', async () => {
    expect(await ruqi('task submit t-0 --as owner-0 --why 已建成')).toContain('待核验');
    expect(await ruqi('task verify t-0 --as office')).toContain('已办结');
  });

  it('looks at itself', async () => {
    expect(await invoke('Vitals')).toBe('done');
    expect(await invoke('Sweep')).toBe('done');
  });

  it('subscribes a contact by mail, shows it, reaches it and lets it go', async () => {
    const pump = '--unit 泵站 --post 泵站责任人 --role owner --channels mail --mail p@park.example';
    await ruqi(`contact add pump-owner ${pump}`);
    expect(await invoke('Subscribe')).toBe('done');
    expect(await ruqi('contact list')).toMatch(/pump-owner.*p@park\.example\t已确认/);
    expect(await ruqi('contact test pump-owner')).toContain('已交给 SNS');
    expect(await ruqi('contact remove pump-owner')).toContain('已移除');
    expect(await ruqi('contact list')).not.toContain('pump');
  });

  it('puts aside what no run can do, and gives it another try when asked to', async () => {
    const { DeadLetters = '', WakeQueueUrl: QueueUrl } = (await outputs()) ?? {};
    const { WakeQueue: dead } = JSON.parse(DeadLetters) as { readonly WakeQueue: string };
    const sqs = new SQSClient();
    // Half an hour between two tries is right on AWS and too long here.
    const Attributes = { VisibilityTimeout: '1' };
    await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'poison' }));
    await expect.poll(() => depthOf(dead), SOON).toBe(1);
    expect(await terminal.ruqi('redrive --queue WakeQueue')).toContain('重投了1条');
    await expect.poll(() => depthOf(dead), SOON).toBe(1);
  });

  it('is deployed again without losing anything, and its table outlives it', async () => {
    const before = await ruqi('export');
    await terminal.cdk('deploy --require-approval never --tags round=2');
    expect(await ruqi('export')).toBe(before);
    await terminal.cdk(`destroy --force --app ${join(folder, 'cdk.out')}`);
    expect(await outputs()).toBeUndefined();
    const { Table } = await new DynamoDBClient().send(
      new DescribeTableCommand({ TableName: settings.TABLE_NAME }),
    );
    expect(Table?.ItemCount).toBeGreaterThan(0);
  });
});
