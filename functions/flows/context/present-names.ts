import { DamagedRecord } from '../../domain/base/faults.ts';
import type { UnitNames } from '../../domain/contacts/unit-names.ts';
import type { Digest } from '../../domain/messages/digest.ts';
import { digestUnderPresentNames } from '../../domain/messages/digest-renamed.ts';
import { underPresentNames } from '../../domain/tasks/unit-renamed.ts';
import type { Ledger, Ports, Register, Stored, StoredTask } from '../ports.ts';

/**
 * `ports` that read tasks in force, and digests, under the present names of units, whatever names they
 * are stored with: what a run decides is the same before and after they followed a unit that was renamed.
 */
export function underNamesNow(ports: Ports, names: UnitNames): Ports {
  if (!names.hasFormerNames) return ports;
  const { register, ledger } = ports;
  return { ...ports, register: tasksNow(register, names), ledger: digestsNow(ledger, names) };
}

function tasksNow(register: Register, names: UnitNames): Register {
  const now = (stored: StoredTask): StoredTask => {
    const task = underPresentNames(stored.task, names);
    return task === stored.task ? stored : { ...stored, task };
  };
  return {
    ...register,
    task: async (park, id) => {
      const stored = await register.task(park, id);
      return stored && now(stored);
    },
    tasks: async function* tasks(park) {
      for await (const each of register.tasks(park)) {
        yield each instanceof DamagedRecord ? each : now(each);
      }
    },
    create: (stored) => register.create(now(stored)),
  };
}

function digestsNow(ledger: Ledger, names: UnitNames): Ledger {
  const now = ({ value, version }: Stored<Digest>): Stored<Digest> => ({
    value: digestUnderPresentNames(value, names),
    version,
  });
  return {
    ...ledger,
    read: async (park, id) => {
      const read = await ledger.read(park, id);
      return read && now(read);
    },
    between: async function* between(park, from, to) {
      for await (const each of ledger.between(park, from, to)) {
        yield each instanceof DamagedRecord ? each : now(each);
      }
    },
  };
}
