import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoTable } from '../../functions/register/dynamo-items.ts';

/** Takes everything out of the table, so that a test begins with nothing. */
export async function emptied({ client, table }: DynamoTable): Promise<void> {
  for (;;) {
    const { Items = [] } = await client.send(new ScanCommand({ TableName: table }));
    if (Items.length === 0) return;
    for (const item of Items) {
      const Key = { pk: item['pk'], sk: item['sk'] };
      await client.send(new DeleteCommand({ TableName: table, Key }));
    }
  }
}
