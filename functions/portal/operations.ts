import type { Operation } from './api/operation.ts';
import { bulletins } from './bulletins/api.ts';
import { holidayCalls } from './calendar/api.ts';
import { contacts } from './contacts/api.ts';
import { reaching } from './contacts/reach-api.ts';
import { unitCalls } from './contacts/unit-api.ts';
import { imports } from './files/import-api.ts';
import { funding } from './funding/api.ts';
import { messages } from './messages/api.ts';
import { policies } from './policy/api.ts';
import { items } from './register/api.ts';
import { savedViews } from './register/views-api.ts';
import { plans } from './sources/api.ts';
import { sourceCalls } from './sources/sources-api.ts';
import { targets } from './targets/api.ts';
import { accounts } from './years/api.ts';
import { closings } from './years/closing-api.ts';

/** Every call of the API; each matter lists its own. */
export const operations: readonly Operation[] = [
  ...items,
  ...savedViews,
  ...messages,
  ...targets,
  ...funding,
  ...imports,
  ...policies,
  ...holidayCalls,
  ...contacts,
  ...reaching,
  ...unitCalls,
  ...plans,
  ...sourceCalls,
  ...bulletins,
  ...accounts,
  ...closings,
];
