import type { Books, Kept, Shelf } from '../../functions/flows/ports.ts';

/** The books in memory, with the refusals of the real ones. */
export function memoryBooks(): Books {
  return {
    targets: memoryShelf(),
    projects: memoryShelf(),
    enterprises: memoryShelf(),
    instruments: memoryShelf(),
    steps: memoryShelf(),
    reviews: memoryShelf(),
    drafts: memoryShelf(),
    bulletins: memoryShelf(),
  };
}

function memoryShelf<Value extends { id: string; park: string }>(): Shelf<Value> {
  const changes = new Map<string, readonly Kept<Value>[]>();
  const last = (park: string, id: string): Kept<Value> | undefined =>
    changes.get(JSON.stringify([park, id]))?.at(-1);
  return {
    all: async (park) =>
      [...changes.values()]
        .flatMap((each) => each.at(-1) ?? [])
        .filter(({ value }) => value.park === park)
        .toSorted((a, b) => (a.value.id < b.value.id ? -1 : 1)),
    find: async (park, id) => last(park, id),
    put: async (read, next) => {
      const { park, id } = next.value;
      if (last(park, id)?.version !== read?.version) return 'lost';
      const name = JSON.stringify([park, id]);
      changes.set(name, [...(changes.get(name) ?? []), next]);
      return 'written';
    },
    history: async (park, id) =>
      (changes.get(JSON.stringify([park, id])) ?? []).map(({ lastChange }) => lastChange),
  };
}
