import { Temporal } from 'temporal-polyfill';
import type { Contact } from '../../functions/domain/contact.ts';
import type { Digest } from '../../functions/domain/digest.ts';
import { digestId } from '../../functions/domain/digest.ts';
import { DamagedRecord, UnknownPark } from '../../functions/domain/faults.ts';
import type { Link } from '../../functions/domain/link.ts';
import type { Plan } from '../../functions/domain/plan.ts';
import type { PolicyVersion } from '../../functions/domain/policy.ts';
import type { Watch } from '../../functions/domain/watch.ts';
import type {
  Books,
  Change,
  Ledger,
  Links,
  ParkSettings,
  Register,
  Stored,
  StoredTask,
  WakingRef,
  WriteResult,
} from '../../functions/flows/ports.ts';
import { memoryBooks } from './memory-books.ts';

/** The table in memory, with the refusals of the real one and an index that can be made to lag. */
export type Memory = {
  readonly register: Register;
  readonly ledger: Ledger;
  readonly links: Links;
  readonly books: Books;
  /** Lets the index catch up with everything written. */
  readonly catchUp: () => void;
  /** Every record that wakes, by its own item. */
  readonly waking: () => readonly Waking[];
  readonly digests: () => readonly Digest[];
  readonly stored: (id: string) => StoredTask | undefined;
};

type Waking = {
  readonly park: string;
  readonly ref: WakingRef;
  readonly wakeAt: Temporal.Instant;
};

/**
 * @param lag - writes that the index is behind: it shows what was before them, so that it misses
 *   what is new and repeats what was moved on.
 */
export function memory(lag = 0): Memory {
  const parks = new Map<string, ParkSettings>();
  const policies = new Map<number, PolicyVersion>();
  const planning = new Map<number, Temporal.Instant | null>();
  const contacts = new Map<string, Contact>();
  const tasks = new Map<string, StoredTask>();
  const logs = new Map<string, Map<number, Change>>();
  const watches = new Map<string, Stored<Watch>>();
  const digests = new Map<string, Stored<Digest>>();
  const plans = new Map<number, Plan>();
  const codes = new Map<string, Link>();
  const index = new Map<string, Waking>();
  const behind: (() => void)[] = [];

  function noted(park: string, ref: WakingRef, wakeAt: Temporal.Instant | null): 'written' {
    const name = JSON.stringify([park, ref]);
    behind.push(() => {
      if (wakeAt === null) index.delete(name);
      else index.set(name, { park, ref, wakeAt });
    });
    while (behind.length > lag) behind.shift()?.();
    return 'written';
  }

  const notedTask = (stored: StoredTask): WriteResult => {
    const { park, id } = stored.task;
    tasks.set(id, stored);
    return noted(park, { record: 'task', id }, stored.wakeAt);
  };

  const register: Register = {
    parks: async () => [...parks.keys()],
    park: async (id) => {
      const park = parks.get(id);
      if (!park) throw new UnknownPark(id);
      const [first, ...later] = policies.values();
      if (!first) throw new DamagedRecord(`park#${id} / policy#000001`);
      return { ...park, policies: [first, ...later] };
    },
    putPark: async (park) => void parks.set(park.id, park),
    addPolicy: async (park, adopted, wakeAt) => {
      const { version } = adopted.policy;
      if (policies.has(version)) return 'lost';
      policies.set(version, adopted);
      planning.set(version, wakeAt);
      return noted(park, { record: 'policy', version }, wakeAt);
    },
    policyPlanned: async (park, version) => {
      planning.set(version, null);
      noted(park, { record: 'policy', version }, null);
    },
    contacts: async () => [...contacts.values()],
    putContacts: async (_park, all) => all.forEach((each) => contacts.set(each.id, each)),
    removeContact: async (_park, id) => void contacts.delete(id),
    plan: async (_park, year) => plans.get(year),
    putPlan: async (plan) => void plans.set(plan.year, plan),
    due: async (park, until) =>
      [...index.values()]
        .filter((each) => each.park === park && Temporal.Instant.compare(each.wakeAt, until) <= 0)
        .map(({ ref }) => ref),
    task: async (park, id) => [tasks.get(id)].find((stored) => stored?.task.park === park),
    tasks: async function* walk(park) {
      for (const stored of tasks.values()) if (stored.task.park === park) yield stored;
    },
    create: async (stored) => (tasks.has(stored.task.id) ? 'lost' : notedTask(stored)),
    change: async (read, next) => {
      const { id } = read.task;
      const log = logs.get(id) ?? new Map<number, Change>();
      logs.set(id, log.set(read.lastChange.version, read.lastChange));
      return isUnchanged(read, tasks.get(id)) ? notedTask(next) : 'lost';
    },
    history: async (_park, id) => {
      const last = tasks.get(id)?.lastChange;
      const all = new Map(logs.get(id));
      if (last) all.set(last.version, last);
      return [...all.values()].toSorted((a, b) => a.version - b.version);
    },
    advance: async (read, to) => {
      const now = tasks.get(read.task.id);
      return now && isUnchanged(read, now) ? notedTask({ ...now, ...to }) : 'lost';
    },
    watch: async (park) => watches.get(park),
    putWatch: async (value, seen) => {
      if ((watches.get(value.park)?.version ?? 0) !== seen) return 'lost';
      watches.set(value.park, { value, version: seen + 1 });
      return noted(value.park, { record: 'watch' }, value.wakeAt);
    },
    replaceWatch: async (value) => {
      watches.set(value.park, { value, version: 1 });
      noted(value.park, { record: 'watch' }, value.wakeAt);
    },
  };

  const ledger: Ledger = {
    read: async (park, id) => [digests.get(id)].find((read) => read?.value.park === park),
    write: async (value, seen) => {
      const id = digestId(value);
      if ((digests.get(id)?.version ?? 0) !== seen) return 'lost';
      digests.set(id, { value, version: seen + 1 });
      return noted(value.park, { record: 'digest', id }, value.wakeAt);
    },
    between: async function* between(park, from, to) {
      yield* [...digests.values()].filter(
        ({ value }) =>
          value.park === park &&
          Temporal.PlainDate.compare(value.day, from) >= 0 &&
          Temporal.PlainDate.compare(value.day, to) <= 0,
      );
    },
  };

  const links: Links = {
    read: async (code) => codes.get(code),
    issue: async (link) => {
      if (!codes.get(link.code)?.revokedAt) codes.set(link.code, link);
    },
    revoke: async (code, at) => {
      const link = codes.get(code);
      if (link) codes.set(code, { ...link, revokedAt: link.revokedAt ?? at });
    },
  };

  return {
    register,
    ledger,
    links,
    books: memoryBooks(),
    catchUp: () => behind.splice(0).forEach((apply) => apply()),
    waking: () => {
      const all = [
        ...[...tasks.values()].map(({ task: { park, id }, wakeAt }) => ({
          park,
          ref: { record: 'task', id } as const,
          wakeAt,
        })),
        ...[...digests.values()].map(({ value }) => ({
          park: value.park,
          ref: { record: 'digest', id: digestId(value) } as const,
          wakeAt: value.wakeAt,
        })),
        ...[...planning].map(([version, wakeAt]) => ({
          park: [...parks.keys()][0] ?? '',
          ref: { record: 'policy', version } as const,
          wakeAt,
        })),
        ...[...watches.values()].map(({ value: { park, wakeAt } }) => ({
          park,
          ref: { record: 'watch' } as const,
          wakeAt,
        })),
      ];
      return all.flatMap(({ wakeAt, ...rest }) => (wakeAt === null ? [] : [{ ...rest, wakeAt }]));
    },
    digests: () => [...digests.values()].map(({ value }) => value),
    stored: (id) => tasks.get(id),
  };
}

function isUnchanged(read: StoredTask, now: StoredTask | undefined): boolean {
  if (!now || now.version !== read.version) return false;
  if (now.wakeAt === null || read.wakeAt === null) return now.wakeAt === read.wakeAt;
  return now.wakeAt.equals(read.wakeAt);
}
