import type { Temporal } from 'temporal-polyfill';
import { timeWords } from '../../domain/base/words.ts';
import { undoUntil } from '../../domain/deadlines/undo.ts';
import type { ParkContext } from '../../flows/context/park-context.ts';

/** The time of day until which what was done at `at` can be taken back. */
export const undoTime = ({ rules }: ParkContext, at: Temporal.Instant): string =>
  timeWords(undoUntil(at), rules.timeZone);
