import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { openSqlite } from '../../functions/local/sqlite-file.ts';
import { sqliteItems } from '../../functions/local/sqlite-items.ts';
import { contract } from './contract.ts';

describe('in SQLite in memory', () => {
  contract(async () => sqliteItems(openSqlite()));
});

describe('in a SQLite file', () => {
  contract(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ruqi-'));
    return sqliteItems(openSqlite(join(folder, 'ruqi.sqlite')));
  });
});
