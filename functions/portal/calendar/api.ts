import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import { HolidayYear } from '../../domain/calendar/entered-holidays.ts';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import { maySeeSettings } from '../../domain/tasks/read-permissions.ts';
import { calendarYears, enteredIn } from '../../flows/calendar/calendar-years.ts';
import { reviewNotice } from '../../flows/calendar/review-notice.ts';
import { openContext } from '../../flows/context/open-context.ts';
import type { ParkContext } from '../../flows/context/park-context.ts';
import { type Call, type Operation, operation } from '../api/operation.ts';
import { etag, seenIn, unlessOvertaken } from '../api/versions.ts';
import { bookerOf } from '../http/posts.ts';
import { enterNotice, removeNotice } from './entering.ts';
import {
  HolidaysBody,
  HolidayWish,
  holidaysBody,
  NoticeBody,
  NoticeWish,
  noticeBody,
} from './schemas.ts';

const mayEnter = (viewer: Call['viewer']): boolean => mayInPark(viewer, 'enterHolidays');

const listHolidays = operation({
  verb: 'get',
  path: '/holidays',
  operationId: 'listHolidays',
  summary: '今年、明年和录入过的年份的放假安排，各按什么来；ETag 是录入的版本',
  answer: { name: 'Holidays', schema: HolidaysBody, description: '各年的放假安排' },
  refusals: [],
  may: maySeeSettings,
  run: async (call) => answerHolidays(call, call.run),
});

const readPasted = operation({
  verb: 'post',
  path: '/holidays/reading',
  operationId: 'readNotice',
  summary: '读取一份放假通知，与现行安排对照，什么也不保存',
  body: { name: 'NoticeWish', schema: NoticeWish },
  answer: { name: 'Notice', schema: NoticeBody, description: '读到的日子和要确认的问题' },
  refusals: [],
  may: mayEnter,
  run: async ({ context, run, body }) => context.json(noticeBody(reviewNotice(run, body))),
});

const enterYear = operation({
  verb: 'put',
  path: '/holidays/{year}',
  operationId: 'enterHolidays',
  summary: '录入一年的放假安排，立即生效；请先读取',
  body: { name: 'HolidayWish', schema: HolidayWish },
  answer: { name: 'Holidays', schema: HolidaysBody, description: '录入以后的放假安排' },
  refusals: [],
  may: mayEnter,
  ifMatch: true,
  run: async (call) => {
    const entry = { ...call.body, year: yearOf(call), ...changeOf(call) };
    return changed(call, () => enterNotice(call.run, entry, call.portal));
  },
});

const removeYear = operation({
  verb: 'delete',
  path: '/holidays/{year}',
  operationId: 'removeHolidays',
  summary: '撤销录入的一年，恢复内置的安排，立即生效',
  answer: { name: 'Holidays', schema: HolidaysBody, description: '撤销以后的放假安排' },
  refusals: [],
  may: mayEnter,
  ifMatch: true,
  run: async (call) => {
    const year = yearOf(call);
    const change = changeOf(call);
    return changed(call, () => removeNotice(call.run, year, change, call.portal));
  },
});

/** What can be read and done of the holidays. */
export const holidayCalls: readonly Operation[] = [listHolidays, readPasted, enterYear, removeYear];

type Change = { readonly by: string; readonly via: string; readonly seen: number };

const changeOf = (call: Call): Change => ({
  ...bookerOf(call.context, '接口'),
  seen: seenIn(call),
});

/** @throws {HTTPException} 404 for what is no year of a notice. */
function yearOf({ part }: Call): number {
  const year = HolidayYear.safeParse(Number(part('year')));
  if (!year.success) throw new HTTPException(404);
  return year.data;
}

const changed = (call: Call, act: () => Promise<void>): Promise<Response> =>
  unlessOvertaken(
    call,
    async () => {
      await act();
      return answerHolidays(call, await runNow(call));
    },
    async (): Promise<z.infer<typeof HolidaysBody>> =>
      holidaysBody(calendarYears(await runNow(call))),
  );

const runNow = ({ run, portal }: Call): Promise<ParkContext> =>
  openContext(run.park.id, portal.ports);

const answerHolidays = ({ context }: Call, run: ParkContext): Response =>
  context.json(holidaysBody(calendarYears(run)), 200, {
    ETag: etag({ version: enteredIn(run)?.version ?? 0 }),
  });
