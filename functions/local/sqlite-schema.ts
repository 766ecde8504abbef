/** The path of a database in memory. */
export const MEMORY = ':memory:';

/** The file was written by a newer version of this program. */
export class NewerFile extends Error {
  override readonly name = 'NewerFile';
}

/**
 * Version 1 of the file: the single table with its index `wake`, the slots, the wake queue, the inbox
 * and the subscriptions of the topic, and the state of the laptop.
 */
export const VERSION = 1;
export const SCHEMA = `
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
