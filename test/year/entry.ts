import { createHash } from 'node:crypto';

/** One thing that a walk saw: a message, a page, an answer of the API, a row of the store. */
export type Entry = {
  /** `message`, `page`, `api`, `stored`, `command`, `terminal` or `template`. */
  readonly kind: string;
  /** The same in every walk, and unlike that of any other entry of its kind. */
  readonly name: string;
  /** All that was seen. */
  readonly text: string;
  /** Words that are told next to the hash, for anyone who reads a change. */
  readonly title?: string;
};

const UUID = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/;
const LINK_CODE = /(?<=\/a\/|link#|"code": ?"|"link": ?")[\dA-Za-z]{12}(?![\dA-Za-z])/;
const RANDOM = new RegExp(`${UUID.source}|${LINK_CODE.source}`, 'g');
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

/** The line of `entry` in `expected.txt`. */
export function summaryOf({ kind, name, text, title }: Entry): string {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, HASH_LENGTH);
  return [kind, name, hash, ...(title === undefined ? [] : [title])].join(' ');
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
