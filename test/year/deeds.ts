import type { Deed } from './deed.ts';
import { deedsAfterJuly } from './deeds-after-july.ts';
import { deedsOfJuly } from './deeds-of-july.ts';
import { deedsUntilJuly } from './deeds-until-july.ts';

/** The deeds of the demo year, in the order in which they are done. */
export const deeds: readonly Deed[] = [...deedsUntilJuly, ...deedsOfJuly, ...deedsAfterJuly];
