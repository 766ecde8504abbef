import { Conflict } from '../../domain/base/faults.ts';
import type { Change } from '../../domain/contacts/change.ts';
import type { DirectoryRecord } from '../../domain/contacts/directory-record.ts';
import { namesFor } from '../../domain/contacts/named.ts';
import { withDueMoves } from '../../domain/contacts/units.ts';
import { LOST, untilWritten } from '../context/until-written.ts';
import type { DirectoryRead, Ports, Versioned } from '../ports.ts';
import { openTasksByUnit } from './open-tasks.ts';

/** What a change makes of the directory, and how the history shows it. */
export type DirectoryChange = Pick<Change, 'what' | 'from' | 'to'> & {
  readonly record: DirectoryRecord;
  /** The reason that was given; none without it. */
  readonly why?: string;
};

/** Who changes the directory of which park. */
export type Changer = {
  readonly park: string;
  /** Id of the contact that does it; without one, an operator. */
  readonly by?: string;
  /** Through which session; the command line without it. */
  readonly via?: string;
};

/** A directory before a change, and after it. */
export type ChangedDirectory = { readonly before: DirectoryRecord; readonly now: DirectoryRecord };

/**
 * Races that a change may lose before its maker is told. Every contact lies in the one record, so that
 * several who change different ones meet here, too.
 */
const MOST_LOSSES = 20;

/**
 * Puts what `decide` makes of a park's directory in its place, in one conditional write; a lost race
 * reads and decides again. So whatever `decide` asks of the directory is true of what is written.
 *
 * @param decide - returns the record itself where nothing changes; throws what stands against it.
 * @throws {Conflict} after losing to others too many times.
 */
export async function changeDirectory(
  changer: Changer,
  decide: (record: DirectoryRecord) => DirectoryChange | Promise<DirectoryChange>,
  ports: Ports,
): Promise<ChangedDirectory> {
  const { register } = ports;
  const id = ports.newId();
  const attempt = async (): Promise<ChangedDirectory | typeof LOST> => {
    const read = await register.directory(changer.park);
    const before = await withMovesTaken(read.value, ports);
    const change = await decide(before);
    const changed = { before, now: change.record };
    if (changed.now === changed.before) return changed;
    const next = nextOf(read, change, { ...changer, id, at: ports.now() });
    if ((await register.changeDirectory(read, next)) === 'written') return changed;
    // A write that was made and not answered looks like a lost race.
    return (await lastChangeOf(changer.park, ports)).id === id ? changed : LOST;
  };
  const overtaken = async (): Promise<never> => {
    const { by = '', what = '' } = await lastChangeOf(changer.park, ports);
    throw new Conflict('通讯录', `${by}${what}`);
  };
  return untilWritten(attempt, overtaken, MOST_LOSSES);
}

/** `record` with every move of a unit in effect whose day has come. */
async function withMovesTaken(record: DirectoryRecord, ports: Ports): Promise<DirectoryRecord> {
  const now = ports.now();
  if (withDueMoves(record, now) === record) return record;
  return withDueMoves(record, now, await openTasksByUnit(record.park, ports));
}

function nextOf(
  read: DirectoryRead,
  { record: value, what, from, to, why = '' }: DirectoryChange,
  { by = 'system', via = '命令行', id, at }: Changer & Pick<Change, 'id' | 'at'>,
): Versioned<DirectoryRecord> {
  const version = read.version + 1;
  const maker = read.value.contacts.find((contact) => contact.id === by);
  const names = maker && { names: namesFor(maker, null) };
  const said = { by, ...names, onBehalfOf: null, what, from, to, why, via };
  return { value, version, lastChange: { id, version, at, ...said } };
}

/** The last change, with nothing in it before the first. */
const lastChangeOf = async (park: string, { register }: Ports): Promise<Partial<Change>> =>
  (await register.directory(park)).lastChange ?? {};
