import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import dynalite from 'dynalite';
import { describe, expect, it } from 'vitest';
import { tableDefinition } from '../../functions/register/table.ts';
import { command, finished, newFolder } from '../support/processes.ts';

describe('a folder of version 0.1.0', () => {
  it('is brought over with its table, its clock and its messages, and set aside', async () => {
    const data = await newFolder();
    const model = join(await newFolder(), 'model');
    await finished('--data', model, '--until', '2022-06-17');
    const { text } = await command('export', '--data', model);
    const items = text.trim().split('\n');
    await layOldFolder(join(data, 'demo'), items);

    const brought = await finished('--data', data, '--until', '2022-06-21');
    expect(brought.code).toBe(0);
    expect(brought.text).not.toContain('2022-06-15 08:00 →');
    expect(brought.text).toContain('2022-06-20 08:00 → ');
    const inModel = await finished('--data', model, '--until', '2022-06-21');
    const letters = (all: string): readonly string[] => all.match(/──── .+/g) ?? [];
    expect(letters(brought.text)).toEqual(letters(inModel.text));
    expect(await readdir(join(data, 'demo'))).toContain('table.0.1.0');
    expect((await finished('--data', data, '--until', '2022-06-22')).code).toBe(0);
  });

  it('is left alone while a Ruqi of that version runs', async () => {
    const data = await newFolder();
    const stop = await layOldFolder(join(data, 'demo'), [], 'stay');
    const { code, text } = await finished('--data', data);
    expect({ code, text }).toMatchObject({ code: 2 });
    expect(text).toContain('另一个如期正在使用它');
    await stop();
  });
});

/** Lays down what version 0.1.0 kept of `items`, with its clock at 17 June 2022, 08:00. */
async function layOldFolder(
  folder: string,
  items: readonly string[],
  then: 'leave' | 'stay' = 'leave',
): Promise<() => Promise<void>> {
  const server = dynalite({ createTableMs: 0, path: join(folder, 'table') });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const endpoint = `http://127.0.0.1:${port}`;
  const client = new DynamoDBClient({ region: 'local', credentials, endpoint });
  await client.send(new CreateTableCommand(tableDefinition('ruqi')));
  const documents = DynamoDBDocumentClient.from(client);
  for (const item of items) {
    await documents.send(new PutCommand({ TableName: 'ruqi', Item: JSON.parse(item) }));
  }
  const state = { now: '2022-06-17T00:00:00Z', enteredAt: '2022-06-15T00:00:00Z', isEntered: true };
  await writeFile(join(folder, 'state.json'), JSON.stringify(state));
  await writeFile(join(folder, 'inbox.jsonl'), '');
  const stop = async (): Promise<void> => {
    client.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  if (then === 'leave') await stop();
  return stop;
}
