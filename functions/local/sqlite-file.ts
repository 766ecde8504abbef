import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { diskFault, diskMonitor } from './disk.ts';
import { MEMORY, NewerFile, SCHEMA, VERSION } from './sqlite-schema.ts';

/** A row by column name. */
export type SqliteRow = Readonly<Record<string, unknown>>;

/** One SQLite file with synchronous calls. */
export type SqliteFile = {
  /** The rows that `sql` finds. */
  readonly all: (sql: string, ...values: readonly SQLInputValue[]) => readonly SqliteRow[];
  /**
   * Runs `work` in one transaction: on return, all its writes are on the disk; if it throws, none is.
   * A nested call joins the transaction.
   *
   * @throws {NotSaved} if the disk cannot be written.
   */
  readonly write: <Answer>(work: () => Answer) => Answer;
  /** Runs one writing statement; only within {@link SqliteFile.write}. */
  readonly run: (sql: string, ...values: readonly SQLInputValue[]) => void;
  /** The message about the disk while it cannot be written. */
  readonly problem: () => string | undefined;
  readonly close: () => void;
};

/** How long a write waits for another process, in milliseconds. */
const BUSY_MS = 10_000;

/**
 * Opens the file at `path` and creates it if there is none. Other processes may have it open too.
 *
 * @param path - a file; by default the database is in memory.
 * @param tell - receives one line for a person when the disk cannot be written, and when it can again.
 * @throws {NotSaved} if the disk is full or cannot be written.
 * @throws {NewerFile}
 */
export function openSqlite(path = MEMORY, tell: (line: string) => void = () => {}): SqliteFile {
  const database = new DatabaseSync(path, { timeout: BUSY_MS });
  const prepared = statementsOf(database);
  const disk = diskMonitor(path, tell);
  const file: SqliteFile = {
    all: (sql, ...values) => prepared(sql).all(...values),
    run: (sql, ...values) => void prepared(sql).run(...values),
    write: (work) =>
      database.isTransaction ? work() : disk.guard(() => inTransaction(database, work)),
    problem: disk.problem,
    close: () => database.close(),
  };
  try {
    prepare({ ...file, write: (work) => inTransaction(database, work) }, path);
  } catch (fault) {
    database.close();
    throw diskFault(fault) ?? fault;
  }
  return file;
}

/** Compiles each statement once. */
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
    // SQLite rolls back by itself after some errors, such as a full disk.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw fault;
  }
}

/**
 * Makes writes of a connection durable, whatever the defaults of the engine, and creates the tables of
 * a new file.
 *
 * @throws {NewerFile}
 */
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
