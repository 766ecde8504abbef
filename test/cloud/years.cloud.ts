import type { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storyClock } from './clock.ts';
import { type Cloud, isSkipped, never, openCloud } from './cloud.ts';
import { afterEight, eightOn, eveningOf, LAST_THURSDAY, nextWorkingDay } from './days.ts';
import { DEPLOY, OPEN, outputs, type Slots, settingsOf, slotsOf } from './deployment.ts';
import { invoke } from './functions.ts';
import { officeAt } from './office.ts';
import type { Pages } from './portal.ts';
import { PARK, publish, seedPosts } from './seed.ts';
import { type Arrived, type Observer, observe } from './subscribers.ts';
import { DECISIONS, INSTRUCTION, LIVELIHOOD, MINUTES, NEXT_PLAN, PLAN } from './two-years.ts';

const SOON = { timeout: 120_000, interval: 250 };

const THURSDAY = LAST_THURSDAY;
const FRIDAY = nextWorkingDay(THURSDAY);
const LAST_DAY = nextWorkingDay(FRIDAY);
const NEW_YEAR = nextWorkingDay(LAST_DAY);

type Item = { readonly id: string; readonly status: string; readonly title: string };
type Items = { readonly items: readonly Item[] };
type Sources = { readonly sources: readonly { readonly id: string; readonly kind: string }[] };

type Closing = { readonly state: string; readonly lines: readonly { readonly id: string }[] };
type Decided = { readonly lines: readonly { readonly refusal: string | null }[] };
type Account = { readonly total: Readonly<Record<string, number>> };

const YEAR_2040 = ['m40a-001', 'p40-001', 'p40-002', 's40a-001', 'y40a-001'];

type Watched = 'office' | 'owner-0' | 'owner-1';

describe.skipIf(isSkipped)('two years of a park on AWS, emulated', () => {
  const clock = storyClock();
  let cloud: Cloud | undefined;
  let address: string;
  let slots: Slots;
  const observers = new Map<Watched, Observer>();

  const here = (): Cloud => cloud ?? never();
  const arrived = async (contact: Watched): Promise<readonly Arrived[]> =>
    (await observers.get(contact)?.arrived()) ?? [];
  const textsOf = async (contact: Watched): Promise<readonly string[]> =>
    (await arrived(contact)).map(({ text }) => text);
  const deskAt = (now: Temporal.Instant): Promise<Pages> => officeAt(here().emulator, address, now);
  const idsOf = async (desk: Pages, year: number): Promise<readonly string[]> =>
    (await desk.call<Items>(`/items?year=${year}`)).body.items.map(({ id }) => id).toSorted();

  /** The morning of `day`, which tells `contact` something that no morning before it did. */
  async function morning(day: Temporal.PlainDate, contact: Watched): Promise<string> {
    const known = (await arrived(contact)).length;
    await clock.moveTo(afterEight(day));
    await slots.soon(eightOn(day));
    await expect.poll(async () => (await arrived(contact)).length, SOON).toBeGreaterThan(known);
    return (await textsOf(contact)).slice(known).join('\n');
  }

  beforeAll(async () => {
    cloud = await openCloud(clock);
    await here().terminal.cdk(DEPLOY);
    const settings = await settingsOf();
    slots = slotsOf(settings);
    address = (await outputs())?.['PortalAddress'] ?? '';
    const evening = eveningOf(THURSDAY.subtract({ days: 1 }));
    await clock.moveTo(evening);
    await here().terminal.ruqi(`${OPEN} --park ${PARK}`);
    await seedPosts(await deskAt(evening), THURSDAY);
    for (const contact of ['office', 'owner-0', 'owner-1'] as const) {
      const of = { park: [PARK], contact: [contact] };
      observers.set(contact, await observe(settings.TOPIC_ARN, contact, of));
    }
    expect(await invoke('Subscribe')).toBe('done');
  });
  afterAll(async () => {
    await cloud?.emulator.stop();
  });

  it('keeps two documents, pasted minutes and an instruction as sources of one year', async () => {
    const desk = await deskAt(eveningOf(THURSDAY.subtract({ days: 1 })));
    expect(await publish(desk, PLAN)).toEqual(['p40-001', 'p40-002']);
    expect(await publish(desk, LIVELIHOOD)).toEqual(['m40a-001']);
    expect(await publish(desk, MINUTES)).toEqual(['y40a-001']);
    const item = (await desk.call<Item>('/items', INSTRUCTION)).body;
    expect(item.title).toBe(INSTRUCTION.title);
    const { sources } = (await desk.call<Sources>('/sources')).body;
    expect(sources.map(({ kind }) => kind).toSorted()).toEqual(
      ['annualPlan', 'instruction', 'livelihood', 'meeting'].toSorted(),
    );
    expect(await idsOf(desk, 2040)).toEqual(YEAR_2040);
  });

  it('tells each owner all of it in one message', async () => {
    const text = await morning(THURSDAY, 'owner-0');
    expect(text).toContain('管网');
    expect(await arrived('owner-0')).toHaveLength(1);
  });

  it('publishes the next year in December, which is told to nobody before January', async () => {
    const desk = await deskAt(afterEight(THURSDAY));
    expect(await publish(desk, NEXT_PLAN)).toEqual(['p41-001', 'p41-002']);
    expect(await idsOf(desk, 2040)).toEqual(YEAR_2040);
    expect(await idsOf(desk, 2041)).toEqual(['p41-001', 'p41-002']);
    for (const day of [FRIDAY, LAST_DAY])
      expect(await morning(day, 'office')).not.toContain('污水');
    expect((await textsOf('owner-0')).join('\n')).not.toContain('污水');
    expect(await morning(NEW_YEAR, 'owner-0')).toContain('污水处理厂提标');
  });

  it('closes the year in January, once all of it is decided', async () => {
    const desk = await deskAt(afterEight(NEW_YEAR));
    const open = (await desk.call<Closing>('/years/2040')).body;
    expect(open.lines.map(({ id }) => id).toSorted()).toEqual(YEAR_2040);
    await expect(desk.call('/years/2040/closing', {})).rejects.toThrow('422');
    const decided = await desk.call<Decided>('/years/2040/decisions', { items: DECISIONS });
    expect(decided.body.lines.map(({ refusal }) => refusal)).toEqual(DECISIONS.map(() => null));
    await desk.call('/years/2040/closing', {});
    expect((await desk.call<Closing>('/years/2040')).body.state).toBe('closed');
    expect((await desk.call<Account>('/years/2040/account')).body.total).toMatchObject({
      promised: 5,
      carriedOver: 2,
      deemed: 1,
      suspended: 1,
      withdrawn: 1,
      undecided: 0,
    });
  });

  it('has no number of one year in the other but what was carried over, whose owner is told', async () => {
    const desk = await deskAt(afterEight(NEW_YEAR));
    expect(await idsOf(desk, 2040)).toEqual(YEAR_2040);
    expect(await idsOf(desk, 2041)).toEqual(['p40-001', 'p41-001', 'p41-002', 's40a-001']);
    expect(await morning(nextWorkingDay(NEW_YEAR), 'owner-0')).toContain('结转到2041年');
  });
});
