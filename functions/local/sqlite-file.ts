import { statfsSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { NotSaved } from '../domain/base/faults.ts';

/** A row, by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** One SQLite file. Its calls are synchronous: what was answered has been done. */
export type SqliteFile = {
  /** The rows that `sql` finds. */
  readonly all: (sql: string, ...values: readonly SQLInputValue[]) => readonly Row[];
  /**
   * Does `work` in one transaction: when it is answered, all its writes are on the disk; where it
   * throws, none of them is. A call within `work` joins its transaction.
   *
   * @throws {NotSaved} if the disk took nothing.
   */
  readonly write: <Answer>(work: () => Answer) => Answer;
  /** Runs one writing statement, which has to stand in the work of {@link SqliteFile.write}. */
  readonly run: (sql: string, ...values: readonly SQLInputValue[]) => void;
  /** What is said of the disk while it takes nothing. */
  readonly problem: () => string | undefined;
  readonly close: () => void;
};

/** How long a write waits for one of another process, in milliseconds. */
const BUSY_MS = 10_000;

const MEMORY = ':memory:';

/** Result codes of SQLite (https://www.sqlite.org/rescode.html). */
const SQLITE = {
  busy: 5,
  locked: 6,
  readOnly: 8,
  ioError: 10,
  full: 13,
  cannotOpen: 14,
  /** There is no room for the index of the log. */
  noSharedMemory: 4874,
} as const;

const WRITE_PROBLEMS: ReadonlyMap<number, string> = new Map([
  [SQLITE.full, '磁盘已满，未保存'],
  [SQLITE.noSharedMemory, '磁盘已满，未保存'],
  [SQLITE.readOnly, '磁盘只能读、不能写，未保存'],
  [SQLITE.cannotOpen, '磁盘只能读、不能写，未保存'],
  [SQLITE.ioError, '磁盘读写出错，未保存'],
  [SQLITE.busy, '另一个程序正在写同一份数据，未保存'],
  [SQLITE.locked, '另一个程序正在写同一份数据，未保存'],
]);

/** The file was written by a newer version of this program. */
export class NewerFile extends Error {
  override readonly name = 'NewerFile';
}

/**
 * Version 1 of the file: the one table with its index `wake`, the slots, the wake queue, the topic
 * with its inbox, and what the laptop remembers.
 */
export const VERSION = 1;
const SCHEMA = `
  CREATE TABLE items (
    pk TEXT NOT NULL, sk TEXT NOT NULL, park TEXT, wakeAt TEXT, body TEXT NOT NULL,
    PRIMARY KEY (pk, sk)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX wake ON items (park, wakeAt) WHERE wakeAt IS NOT NULL;
  CREATE TABLE slots (
    park TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (at, park)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE queue (id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL) STRICT;
  CREATE TABLE inbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT, message TEXT NOT NULL, isShown INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE subscriptions (
    arn TEXT PRIMARY KEY, channel TEXT NOT NULL, endpoint TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  PRAGMA user_version = ${VERSION};
`;

/**
 * Opens the file at `path`, new or as it was left, for this process and others beside it.
 *
 * @param path - a file; without one, the data lives in memory.
 * @param tell - hears, in one line for a person, that the disk takes nothing, and that it does again.
 * @throws {NotSaved} if the disk is full or cannot be written.
 * @throws {NewerFile}
 */
export function openSqlite(path = MEMORY, tell: (line: string) => void = () => {}): SqliteFile {
  const database = new DatabaseSync(path, { timeout: BUSY_MS });
  const prepared = statementsOf(database);
  const disk = watchedDisk(path, tell);
  const file: SqliteFile = {
    all: (sql, ...values) => prepared(sql).all(...values),
    run: (sql, ...values) => void prepared(sql).run(...values),
    write: (work) =>
      database.isTransaction ? work() : disk.watch(() => inTransaction(database, work)),
    problem: disk.problem,
    close: () => database.close(),
  };
  try {
    prepare({ ...file, write: (work) => inTransaction(database, work) }, path);
  } catch (fault) {
    database.close();
    throw refusalOf(fault) ?? fault;
  }
  return file;
}

/** Each statement is compiled once. */
function statementsOf(database: DatabaseSync): (sql: string) => StatementSync {
  const statements = new Map<string, StatementSync>();
  return (sql) => {
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
}

function inTransaction<Answer>(database: DatabaseSync, work: () => Answer): Answer {
  database.exec('BEGIN IMMEDIATE');
  try {
    const answer = work();
    database.exec('COMMIT');
    return answer;
  } catch (fault) {
    // SQLite rolls back by itself after some faults, a full disk among them.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw fault;
  }
}

/** A disk whose refusals are told once, and so is that it takes again. */
type WatchedDisk = {
  /** @throws {NotSaved} in the place of what SQLite throws for a disk that takes nothing. */
  readonly watch: <Answer>(work: () => Answer) => Answer;
  readonly problem: () => string | undefined;
};

function watchedDisk(path: string, tell: (line: string) => void): WatchedDisk {
  let problem: string | undefined;
  const note = (now: string | undefined): void => {
    if (now === undefined) tell('磁盘又可以写入了。');
    if (now !== undefined && now !== problem) tell(`${now}。恢复写入以后会自动继续。`);
    problem = now;
  };
  return {
    watch: (work) => {
      try {
        const answer = work();
        if (problem !== undefined && hasRoom(path)) note(undefined);
        return answer;
      } catch (cause) {
        const refusal = refusalOf(cause);
        if (!refusal) throw cause;
        note(refusal.message);
        throw refusal;
      }
    },
    problem: () => problem,
  };
}

/** Sees to the durability of every connection, whatever the defaults of the engine are. */
function prepare({ all, run, write }: SqliteFile, path: string): void {
  const [journal] = all('PRAGMA journal_mode = WAL');
  run('PRAGMA synchronous = FULL');
  run('PRAGMA fullfsync = ON');
  run('PRAGMA checkpoint_fullfsync = ON');
  const FULL = 2;
  const isDurable =
    journal?.['journal_mode'] === 'wal' && all('PRAGMA synchronous')[0]?.['synchronous'] === FULL;
  if (path !== MEMORY && !isDurable) throw new Error('SQLite does not write durably here');
  write(() => {
    const version = all('PRAGMA user_version')[0]?.['user_version'];
    if (version === 0) for (const sql of SCHEMA.split(';')) if (sql.trim() !== '') run(sql);
    if (typeof version === 'number' && version > VERSION) throw new NewerFile();
  });
}

/** Bytes without which a full disk is not called writable again, though a small write went through. */
const ROOM = 1024 * 1024;

function hasRoom(path: string): boolean {
  if (path === MEMORY) return true;
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize >= ROOM;
}

/** What is said of a fault of the disk, in the place of what SQLite says. */
function refusalOf(cause: unknown): NotSaved | undefined {
  if (!(cause instanceof Error) || !('errcode' in cause)) return undefined;
  const code = Number(cause.errcode);
  const PRIMARY = 0xff;
  const message = WRITE_PROBLEMS.get(code) ?? WRITE_PROBLEMS.get(code & PRIMARY);
  return message === undefined ? undefined : new NotSaved(message, { cause });
}
