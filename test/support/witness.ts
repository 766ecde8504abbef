import type { Needs } from '../../functions/flows/ports.ts';

/** What was asked of a park's records. */
export type Witness = {
  readonly needs: Needs;
  /** Names of the calls that write. */
  readonly writes: string[];
  /** Parks whose records were read. */
  readonly parks: Set<string>;
};

const WRITING =
  /^(put|add|create|change|advance|remove|replace|write|issue|revoke|publish|policyP)/;

/** `needs` as they are, with somebody who notes what is written and whose records are read. */
export function witnessed(needs: Needs): Witness {
  const writes: string[] = [];
  const parks = new Set<string>();
  const watched = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, name, receiver) => {
        const found: unknown = Reflect.get(target, name, receiver);
        if (typeof found !== 'function') {
          return typeof found === 'object' && found !== null ? watched(found) : found;
        }
        return (...given: readonly unknown[]): unknown => {
          if (WRITING.test(String(name))) writes.push(String(name));
          else if (typeof given[0] === 'string') parks.add(given[0]);
          return Reflect.apply(found, target, given);
        };
      },
    });
  const { register, ledger, links, books, messenger } = needs;
  return {
    needs: {
      ...needs,
      register: watched(register),
      ledger: watched(ledger),
      links: watched(links),
      books: watched(books),
      messenger: watched(messenger),
    },
    writes,
    parks,
  };
}
