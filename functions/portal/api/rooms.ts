import { bulletins } from './bulletins.ts';
import { contacts } from './contacts.ts';
import { figures } from './figures.ts';
import { items } from './items.ts';
import { messages } from './messages.ts';
import type { Operation } from './operation.ts';
import { plans } from './plans.ts';
import { policies } from './policies.ts';
import { reaching } from './reaching.ts';

/** Everything that the API can be asked for; each room writes its own in one file. */
export const operations: readonly Operation[] = [
  ...items,
  ...messages,
  ...figures,
  ...policies,
  ...contacts,
  ...reaching,
  ...plans,
  ...bulletins,
];
