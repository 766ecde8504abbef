import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { Moment } from '../domain/parsing.ts';
import type { Links } from '../flows/ports.ts';
import { attempt, type Documents, get, put } from './documents.ts';
import { read, written } from './items.ts';
import { linkKey } from './table.ts';

const LinkItem = z.object({
  code: z.string(),
  park: z.string(),
  contact: z.string(),
  digests: z.array(z.string()).readonly(),
  expiresAt: Moment,
  revokedAt: Moment.nullable(),
});

/** The links in the one table. */
export const dynamoLinks = (documents: Documents): Links => ({
  read: async (code) => {
    const item = await get(documents, linkKey(code));
    return item && read(LinkItem, item);
  },
  issue: async (link) => {
    await put(documents, written(LinkItem, link, linkKey(link.code)), {
      expression: 'attribute_not_exists(pk) OR revokedAt = :none',
      values: { ':none': null },
    });
  },
  revoke: async (code, at) => {
    await attempt(
      documents.client.send(
        new UpdateCommand({
          TableName: documents.table,
          Key: linkKey(code),
          UpdateExpression: 'SET revokedAt = :at',
          ConditionExpression: 'revokedAt = :none',
          ExpressionAttributeValues: { ':at': z.encode(Moment, at), ':none': null },
        }),
      ),
    );
  },
});
