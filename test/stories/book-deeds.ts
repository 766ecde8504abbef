import type { Contact } from '../../functions/domain/contacts/contact.ts';
import { usualDemands } from '../../functions/domain/papers/demands.ts';
import { writeFundingSheets } from '../../functions/files/funding-worksheet.ts';
import { writeTargetsSheet } from '../../functions/files/targets-worksheet.ts';
import { reachContact } from '../../functions/flows/contacts/reach-contact.ts';
import { subscribeContacts } from '../../functions/flows/contacts/subscribe-contacts.ts';
import type { Ports } from '../../functions/flows/ports.ts';
import { readFigures } from '../../functions/flows/targets/read-figures.ts';
import { foundPark } from '../../functions/flows/tasks/open-park.ts';
import { subscribeParks } from '../../functions/flows/wake/subscribe-parks.ts';
import { aTask, contactsOf, day } from '../support/builders.ts';
import { contactsOfPark, putContacts } from '../support/contacts.ts';
import { anActual, aStep, aTarget, bond, dec } from '../support/figures.ts';
import { taskId } from '../support/ids.ts';
import {
  bookSteps,
  enterFigures,
  enterTasks,
  importFunding,
  importTargets,
  issueBulletin,
  returnFigures,
} from '../support/requests.ts';
import type { FakeTopic } from '../support/topic.ts';
import { newWorld, type World } from '../support/world.ts';
import { desk, PARK } from './desk.ts';
import type { Deed } from './each-call.ts';

const as = (by: string): { park: string; by: string; via: string } => ({
  park: PARK,
  by,
  via: '网页',
});

const done = { ...aStep(), doneOn: day('2022-06-30'), note: '已上报' };

const workbook = (bytes: Uint8Array): Parameters<typeof importTargets>[1] => ({
  bytes,
  file: '表.xlsx',
  onlyGood: false,
});

const figures: readonly Deed[] = [
  {
    what: 'figures are returned on a form',
    park: desk,
    act: (ports) =>
      returnFigures(
        as('owner-0'),
        [
          {
            id: taskId('p22-001'),
            figures: [{ month: 5, value: dec('175'), source: '月报', why: '' }],
          },
        ],
        ports,
        { key: 'form', seen: 1 },
      ),
    end: 'again',
  },
  {
    what: 'figures are returned in a workbook',
    park: desk,
    act: async (ports) => {
      const filled = aTarget({ actuals: [anActual(4, '140'), anActual(5, '175')] });
      const bytes = await writeTargetsSheet([filled], ports.now());
      return importTargets(as('owner-0'), workbook(bytes), ports);
    },
    end: 'again',
  },
  {
    what: 'a stage of money is booked',
    park: desk,
    act: async (ports) => bookSteps(as('owner-1'), [done], await readFigures(PARK, ports), ports),
    end: 'again',
  },
  {
    what: 'stages of money are booked in a workbook',
    park: desk,
    act: async (ports) =>
      importFunding(as('owner-1'), workbook(await writeFundingSheets([bond], [done])), ports),
    end: 'again',
  },
  {
    what: 'figures are entered',
    park: desk,
    act: (ports) => {
      const given = { targets: [aTarget({ id: 'more' })], instruments: [bond] };
      const steps = [aStep({ stage: 'reviewed', planned: day('2022-08-22') })];
      const lists = { projects: [], enterprises: [] };
      return enterFigures(PARK, { ...given, ...lists, steps }, ports.now(), ports);
    },
    end: 'again',
  },
];

/** The owner and the head of the first unit, reached by mail. */
const mailed = async (): Promise<World> => {
  const world = await desk();
  const reached = contactsOf('安环局')
    .slice(0, 2)
    .map((each): Contact => ({ ...each, channels: ['mail'], mail: `${each.id}@park.example` }));
  await putContacts(PARK, reached, world.ports);
  return world;
};

/** Both have confirmed. */
async function confirmed(topic: FakeTopic, { ports }: World): Promise<void> {
  await subscribeContacts(PARK, { ...ports, ...topic });
  for (const each of topic.listed.values()) {
    topic.listed.set(each.endpoint, { ...each, arn: `arn:${each.endpoint}` });
  }
}

const contactsIn = async (ports: Ports): Promise<readonly Contact[]> =>
  (await contactsOfPark(PARK, ports)).filter(({ mail }) => mail !== undefined);

const others: readonly Deed[] = [
  {
    what: 'a bulletin is issued',
    park: desk,
    act: (ports) => issueBulletin(as('office'), { seen: '2022-01', demands: usualDemands }, ports),
    end: 'whole',
    isDoneAlready: /园区办已将2022年第1期定稿/,
  },
  {
    what: 'a park is founded',
    park: async () => {
      const world = newWorld();
      world.goTo('2022-07-01 10:00');
      return world;
    },
    act: (ports) => foundPark({ id: PARK, name: '临湘高新区', timeZone: 'Asia/Shanghai' }, ports),
    end: 'again',
  },
  {
    what: 'tasks are entered',
    park: desk,
    act: (ports) => {
      const tasks = [aTask({ id: 'new', due: day('2022-08-31') }), aTask({ id: 'newer' })];
      return enterTasks(PARK, tasks, ports.now(), ports);
    },
    end: 'again',
  },
  {
    what: 'subscriptions follow every contact by night',
    park: mailed,
    act: subscribeParks,
    end: 'again',
  },
  {
    what: 'subscriptions follow contacts that changed',
    park: mailed,
    topic: confirmed,
    act: async (ports) => {
      const [owner, head] = await contactsIn(ports);
      const shared = { ...head, mail: 'owner-0@park.example' } as Contact;
      await putContacts(PARK, owner ? [owner, shared] : [], ports);
      await subscribeContacts(PARK, ports);
    },
    end: 'again',
  },
  {
    what: 'subscriptions follow one contact',
    park: mailed,
    act: async (ports) => {
      const [owner] = await contactsIn(ports);
      if (owner) await reachContact(PARK, owner, ports);
    },
    end: 'again',
  },
];

/** What people do with figures, money, bulletins and subscriptions, and how a park begins. */
export const bookDeeds: readonly Deed[] = [...figures, ...others];
