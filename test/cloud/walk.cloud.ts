import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SendMessageCommand, SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slotName } from '../../functions/clock/slot-name.ts';
import type { Settings } from '../../functions/runtime/settings.ts';
import { storyClock } from './clock.ts';
import { type Cloud, isSkipped, never, openCloud } from './cloud.ts';
import { afterEight, EVENING, eightOn, LATER, MORNING } from './days.ts';
import { DEPLOY, OPEN, outputs, type Slots, settingsOf, slotsOf } from './deployment.ts';
import { invoke } from './functions.ts';
import { officeAt } from './office.ts';
import { type Pages, pagesOf } from './portal.ts';
import { PARK, seedPark } from './seed.ts';
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

const of = (contact: string): Filter => ({ park: [PARK], contact: [contact] });

type Item = { readonly id: string; readonly status: string };
type Items = { readonly items: readonly Item[] };

type Watched = 'owner-0' | 'owner-1' | 'head-0' | 'head-1';

describe.skipIf(isSkipped)('a park on AWS, emulated', () => {
  const clock = storyClock();
  let cloud: Cloud | undefined;
  let settings: Settings;
  let address: string;
  let slots: Slots;
  let hook: Hook | undefined;
  let tasks: readonly string[] = [];
  const observers = new Map<Watched, Observer>();

  const here = (): Cloud => cloud ?? never();
  const ruqi = (line: string): Promise<string> => here().terminal.ruqi(`${line} --park ${PARK}`);
  const arrived = async (contact: Watched): Promise<readonly Arrived[]> =>
    (await observers.get(contact)?.arrived()) ?? [];

  /** The first message that `contact` gets. */
  async function first(contact: Watched): Promise<Arrived | undefined> {
    await expect.poll(() => arrived(contact), SOON).not.toEqual([]);
    return (await arrived(contact))[0];
  }

  /** The link in the first message that `contact` got. */
  async function linkOf(contact: Watched): Promise<string> {
    const [, link = ''] = /(\/a\/\w+)/.exec((await first(contact))?.text ?? '') ?? [];
    return link;
  }

  /** The office's pages, while the functions' clock is at `now`. */
  const signedIn = (now: Temporal.Instant): Promise<Pages> =>
    officeAt(here().emulator, address, now);

  beforeAll(async () => {
    cloud = await openCloud(clock);
  });
  afterAll(async () => {
    hook?.close();
    await cloud?.emulator.stop();
  });

  it('is deployed from templates that CloudFormation takes', async () => {
    await here().terminal.cdk(DEPLOY);
    await here().terminal.lint();
    settings = await settingsOf();
    slots = slotsOf(settings);
  });

  it('opens a park, whose office fills it through the API: posts, rules and a plan', async () => {
    address = (await outputs())?.['PortalAddress'] ?? '';
    await clock.moveTo(EVENING);
    const opened = await ruqi(OPEN);
    expect(opened).toContain('已开设 临湘高新区');
    expect(opened).toMatch(/office\t.*\toffice@park\.example\t待确认/);
    const desk = await signedIn(EVENING);
    tasks = await seedPark(desk, MORNING);
    expect(tasks).toHaveLength(2);
    for (const contact of ['owner-0', 'owner-1', 'head-0', 'head-1'] as const) {
      observers.set(contact, await observe(settings.TOPIC_ARN, contact, of(contact)));
    }
    hook = await hookUp(settings.TOPIC_ARN, of('owner-1'));
    // The emulator confirms every address at once; the nightly run finds that out.
    expect(await invoke('Subscribe')).toBe('done');
    expect(await invoke('Reconcile')).toBe('done');
    expect(await slots.names()).toEqual([slotName(PARK, eightOn(MORNING))]);
  });

  it('sends the digest when its slot fires, each to its own subscriber', async () => {
    await clock.moveTo(afterEight(MORNING));
    await slots.soon(afterEight(MORNING));
    const digest = await first('owner-0');
    expect(digest?.text).toContain('安环局要在');
    expect(digest?.text).not.toContain('水务局要在');
    expect(digest?.attributes).toMatchObject({
      park: PARK,
      contact: 'owner-0',
      role: 'owner',
      lamp: 'yellow',
      channel: 'mail',
      digest: `${MORNING.toString()}#owner@安环局#1`,
    });
    expect((await first('owner-1'))?.text).toContain('水务局要在');
    // An endpoint that confirmed its subscription gets what its filter lets through, and no more.
    await expect.poll(() => hook?.arrived().length, SOON).toBe(1);
    expect(hook?.arrived()[0]?.attributes).toMatchObject({ contact: 'owner-1' });
  });

  it('is signed for by one of the two, by the link in the message', async () => {
    const link = await linkOf('owner-0');
    const phone = pagesOf(here().emulator, address);
    const page = await (await phone.get(link)).text();
    expect(page).toContain('安环局要在');
    expect(page).not.toContain('水务局要在');
    expect(page).toContain(`action="${link}/sign"`);
    expect((await phone.post(`${link}/sign`)).status).toBe(303);
    expect(await (await phone.get(link)).text()).not.toContain(`action="${link}/sign"`);
  });

  it('shows its pages to who signs in with the issuer, and to nobody else', async () => {
    const stranger = pagesOf(here().emulator, address);
    expect((await stranger.get('/')).headers.get('location')).toBe('/sign-in');
    const desk = await signedIn(afterEight(MORNING));
    const { items } = (await desk.call<Items>('/items')).body;
    expect(items.map(({ id }) => id).toSorted()).toEqual([...tasks].toSorted());
  });

  it('climbs to the head of the one that was silent, and to nobody else', async () => {
    await clock.moveTo(afterEight(LATER).add({ minutes: 5 }));
    await slots.soon(afterEight(LATER));
    const climbed = await first('head-1');
    expect(climbed?.text).toContain('水务局要在');
    expect(climbed?.text).toContain('责任人没有签收，也没有反馈');
    expect(await arrived('head-0')).toEqual([]);
  });

  it('closes what its owner reports done by the link and the office verifies', async () => {
    const [task = ''] = tasks;
    const phone = pagesOf(here().emulator, address);
    const done = await phone.post(`${await linkOf('owner-0')}/${task}`, {
      is: 'done',
      key: 'once',
    });
    expect(done.status).toBe(303);
    const desk = await signedIn(afterEight(LATER));
    const { etag, body } = await desk.call<Item>(`/items/${task}`);
    expect(body.status).toBe('pendingReview');
    await desk.call(`/items/${task}/moves`, { act: 'verify', why: '' }, etag);
    expect((await desk.call<Item>(`/items/${task}`)).body.status).toBe('closed');
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
    expect(await here().terminal.ruqi('redrive --queue WakeQueue')).toContain('重投了1条');
    await expect.poll(() => depthOf(dead), SOON).toBe(1);
  });

  it('is deployed again without losing anything', async () => {
    const before = await ruqi('export');
    const file = join(here().emulator.folder, 'park.jsonl');
    await writeFile(file, before);
    expect(await ruqi(`restore ${file}`)).toMatch(/放回了0条记录，另有\d+条已经在那里/);
    await here().terminal.cdk(`${DEPLOY} --tags round=2`);
    expect(await ruqi('export')).toBe(before);
  });
});
