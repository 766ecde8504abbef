import { commandsOn, templatesOf } from './commands.ts';
import { deeds } from './deeds.ts';
import { doDeed, type Place } from './do-deed.ts';
import { type Entry, steady } from './entry.ts';
import { apiOn, pagesOn } from './look.ts';
import { apiDays, LAST_DAY, lookDays } from './places.ts';
import { type Checkout, startPark } from './program.ts';
import { messagesIn, storedIn } from './store.ts';
import { signedIn } from './visitor.ts';

/** Walks the demo year of `checkout`, and returns everything that was seen. */
export async function walk(checkout: Checkout): Promise<readonly Entry[]> {
  const { data } = checkout;
  const templates = templatesOf(checkout);
  const { address, stop } = await startPark(checkout);
  const entries: Entry[] = [];
  for (const day of daysOf()) entries.push(...(await dayOf(day, { address, data })));
  const said = await stop();
  return [
    ...messagesIn(data),
    ...entries,
    ...terminalOf(said),
    ...storedIn(data),
    ...(await commandsOn(checkout)),
    ...(await templates),
  ];
}

/** The days on which there is something to do, in their order. */
const daysOf = (): readonly string[] =>
  [...new Set([...deeds.map(({ on }) => on), ...lookDays, ...apiDays, LAST_DAY])].toSorted();

async function dayOf(day: string, place: Place): Promise<readonly Entry[]> {
  await goTo(day, place.address);
  const entries: Entry[] = [];
  for (const [at, deed] of deeds.entries()) {
    if (deed.on === day) entries.push(await doDeed(deed, at + 1, place));
  }
  if (lookDays.includes(day)) entries.push(...(await pagesOn(day, place)));
  if (apiDays.includes(day)) entries.push(...(await apiOn(day, place)));
  return entries;
}

/** Moves the clock to the evening of `day`. */
async function goTo(day: string, address: string): Promise<void> {
  const office = await signedIn(address, 'office');
  const body = new URLSearchParams({ back: '/', day });
  const { status, location } = await office.send('/demo/to', { method: 'POST', body });
  if (!location.includes('ok=moved')) throw new Error(`the clock did not go to ${day}: ${status}`);
}

/** What the terminal said, by the month of the messages on it. */
function terminalOf(said: string): readonly Entry[] {
  const months = Map.groupBy(
    said.split(/(?=\n──── )/),
    (part) => /──── (\d{4}-\d\d)/.exec(part)?.[1] ?? 'greeting',
  );
  return [...months].map(([name, parts]) => ({
    kind: 'terminal',
    name,
    text: steady(parts.join('')),
  }));
}
