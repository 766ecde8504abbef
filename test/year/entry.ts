import { createHash } from 'node:crypto';

/** One thing that a walk saw: a message, a page, an answer of the API, a row of the store. */
export type Entry = {
  /** `message`, `page`, `api`, `stored`, `command`, `terminal` or `template`. */
  readonly kind: string;
  /** The same in every walk, and unlike that of any other entry of its kind. */
  readonly name: string;
  /** All that was seen. */
  readonly text: string;
};

const UUID = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/;
const LINK_CODE = /(?<=\/a\/|link#|"code": ?"|"link": ?")[\dA-Za-z]{12}(?![\dA-Za-z])/;
/** The id of an upload holds a hash of the random key of its form. */
const UPLOAD = /(?<=\b20\d\d-)[\da-f]{12}(?![\da-f])/;
const RANDOM = new RegExp(`${UUID.source}|${LINK_CODE.source}|${UPLOAD.source}`, 'g');
/** The port stands in addresses and in the name of the cookie. */
const PORT = /(?<=http:\/\/127\.0\.0\.1:|\bruqi-)\d{4,5}(?!\d)/g;

/** `text` without what is random, to sort by. */
export const blanked = (text: string): string =>
  text.replace(PORT, '‹port›').replace(RANDOM, '‹id›');

/** `text` with whatever is random numbered in the order in which it comes up. */
export function steady(text: string): string {
  const numbers = new Map<string, number>();
  return text.replace(PORT, '‹port›').replace(RANDOM, (id) => {
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return `‹${number}›`;
  });
}

const HASH_LENGTH = 16;

/** What `entry` is counted with in `expected.txt`: messages of one day, pages of one day and role. */
function groupOf({ kind, name }: Entry): string {
  const [first = '', second = ''] = name.split(' ');
  if (kind === 'message') return `${kind} ${first.slice(0, 'yyyy-mm-dd'.length)}`;
  if (kind === 'page') return `${kind} ${first} ${second}`;
  return kind === 'template' || kind === 'api' ? `${kind} ${first}` : `${kind} ${name}`;
}

/** The lines of `expected.txt`: each group of entries with their number and a hash of their whole text. */
export function summaryOf(entries: readonly Entry[]): readonly string[] {
  const groups = Map.groupBy(entries, groupOf);
  return [...groups].map(([group, each]) => {
    const hash = createHash('sha256').update(each.map(fullTextOf).join('\n')).digest('hex');
    return `${group} ${each.length} ${hash.slice(0, HASH_LENGTH)}`;
  });
}

/** Everything that was seen of `entry`, as it is compared line by line. */
export const fullTextOf = ({ kind, name, text }: Entry): string =>
  `#### ${kind} ${name}\n${text}\n`;

/** JSON with sorted keys, one value to a line. */
export const canonical = (value: unknown): string => JSON.stringify(sorted(value), null, 1);

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
