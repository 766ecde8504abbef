import type { Contact } from '../../functions/domain/contacts/contact.ts';
import { openPark } from '../../functions/flows/tasks/open-park.ts';
import { readSample } from '../../functions/local/sample.ts';
import { aPark } from '../support/builders.ts';
import { putContacts } from '../support/contacts.ts';
import { postId, sourceId, taskId } from '../support/ids.ts';
import { HOME } from '../support/portal.ts';
import { enterFigures, enterTasks, watchPark } from '../support/requests.ts';
import { aSource, putSource } from '../support/sources.ts';
import { newWorld, type World } from '../support/world.ts';

/** Stands in every title, and in the words, name and number of the source; nowhere else. */
export const MARK = '暗河';
/** A promise whose owner never answers. */
export const LATE = 'p22-071';
/** One whose owner asks for a later date. */
export const ASKED = 'p22-062';
/** A target. */
export const TARGET = 'p22-006';
const MONEY = 'p22-082';
/** All that come from the restricted source. */
export const SECRET = new Set([LATE, ASKED, TARGET, MONEY]);

const restricted = aSource({
  id: sourceId('s22a'),
  kind: 'instruction',
  title: `${MARK}批示`,
  documentNumber: `${MARK}〔2022〕1号`,
  from: `${MARK}主任`,
  areas: [`${MARK}一片`],
  readers: [postId('unitHead@安环局')],
});

/** The sample park in which four promises come from a restricted instruction. */
export async function restrictedPark(): Promise<World> {
  const world = newWorld();
  world.goTo('2022-06-15 08:00');
  const { contacts, tasks, source, text, figures } = await readSample(world.now());
  world.pages.at = HOME;
  await openPark(aPark(), world.ports);
  const byMail = contacts.map(
    (contact): Contact => ({ ...contact, channels: ['mail'], mail: `${contact.id}@park.example` }),
  );
  await putContacts('linxiang', byMail, world.ports);
  await putSource(world, source, text);
  await putSource(world, restricted, `${MARK}原文`);
  const all = tasks.map((task) =>
    SECRET.has(task.id)
      ? {
          ...task,
          source: restricted.id,
          title: `${MARK}${task.title}`,
          shortTitle: `${MARK}事项`,
          quote: `${MARK}${task.quote}`,
        }
      : { ...task, waitsFor: task.id === 'p22-072' ? [taskId(LATE)] : [] },
  );
  await enterTasks('linxiang', all, world.now(), world.ports);
  const marked = <Each extends { readonly id: string; readonly name: string }>(each: Each): Each =>
    SECRET.has(each.id) ? { ...each, name: `${MARK}${each.name}` } : each;
  const secret = {
    ...figures,
    targets: figures.targets.map(marked),
    instruments: figures.instruments.map(marked),
  };
  await enterFigures('linxiang', secret, world.now(), world.ports);
  await watchPark('linxiang', all, world.now(), world.ports);
  return world;
}
