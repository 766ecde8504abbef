import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { TaskId } from '../base/ids.ts';
import { Moment } from '../base/parsing.ts';
import { isUndoOver } from '../deadlines/undo.ts';
import { YearAccount } from './year-account.ts';

/**
 * closing: nothing of the year can be changed any more, and the numbers are being frozen; closed: they
 * are (封账).
 */
export const YearState = z.enum(['open', 'closing', 'closed']);
export type YearState = z.infer<typeof YearState>;

/** How the closing of one year stands. A year without a record is open. */
export const YearRecord = z.object({
  /** {@link yearId}. */
  id: z.string(),
  park: z.string(),
  year: z.int(),
  state: YearState,
  /** Targets that are frozen without the figure of the last period (截至11月). */
  asTheyAre: z.array(TaskId).readonly().default([]),
  /** When closing was begun last; null while it is open. */
  closedAt: Moment.nullable().default(null),
  /** The numbers at closing; null while it is not closed. */
  account: YearAccount.nullable().default(null),
});
export type YearRecord = Readonly<z.infer<typeof YearRecord>>;

/** `2022` */
export const yearId = (year: number): string => String(year);

/** Whether closing can still be taken back without a reason at `now`. */
export const canTakeBack = (record: YearRecord | undefined, now: Temporal.Instant): boolean =>
  record !== undefined &&
  record.state !== 'open' &&
  record.closedAt !== null &&
  !isUndoOver(record.closedAt, now);

/** running: `year` is not over on `today`, so that it cannot be closed. */
export type YearStanding = YearState | 'running';

/** How `year` stands on `today`. */
export const standingOfYear = (
  record: YearRecord | undefined,
  year: number,
  today: Temporal.PlainDate,
): YearStanding => (year >= today.year ? 'running' : (record?.state ?? 'open'));
