import Fraction from 'fraction.js';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { FEN_PER_YI, Fen } from '../base/money.ts';
import { Day, Label, OneLine } from '../base/parsing.ts';
import type { Count } from './target.ts';

const Name = OneLine.min(1, '不能为空').max(80, '至多 80 个字');

/** An investment project, from signing to opening. */
export const Project = z
  .object({
    id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, '编号只能用字母、数字、短横线和下划线'),
    park: z.string(),
    name: Name,
    investor: Label,
    /** The investment signed for. */
    amountFen: Fen.positive(),
    /** 世界500强, 国有控股, 上市公司, 外资 (the four categories of the plan), or other. */
    kind: z.enum(['global500', 'stateOwned', 'listed', 'foreign', 'other']),
    signedOn: Day,
    startedOn: Day.nullable().default(null),
    completedOn: Day.nullable().default(null),
  })
  .refine(({ signedOn, startedOn }) => !isBefore(startedOn, signedOn), {
    path: ['startedOn'],
    error: '开工早于签约',
  })
  .refine(({ startedOn, completedOn }) => completedOn === null || startedOn !== null, {
    path: ['completedOn'],
    error: '竣工的项目没有开工日期',
  })
  .refine(({ startedOn, completedOn }) => !isBefore(completedOn, startedOn), {
    path: ['completedOn'],
    error: '竣工早于开工',
  });
export type Project = z.infer<typeof Project>;

/** An enterprise newly above the statistical threshold (入规). */
export const Enterprise = z.object({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, '编号只能用字母、数字、短横线和下划线'),
  park: z.string(),
  name: Name,
  enteredOn: Day,
});
export type Enterprise = z.infer<typeof Enterprise>;

/** Lists from which values are counted. */
export type Lists = {
  readonly projects: readonly Project[];
  readonly enterprises: readonly Enterprise[];
};

/** Lower bounds of the size classes in 亿元, largest first: 30亿元, 10亿元, 5亿元, 亿元. */
export const SIZES = ['30', '10', '5', '1'] as const;
export type Size = (typeof SIZES)[number];

/** Size class of an investment: the largest lower bound it reaches; null below 1亿元. */
export const sizeOf = ({ amountFen }: Pick<Project, 'amountFen'>): Size | null =>
  SIZES.find((bound) => amountFen >= Number(bound) * FEN_PER_YI) ?? null;

/** Result of `count` for the year of `day`, through `day`. */
export function counted(count: Count, lists: Lists, day: Temporal.PlainDate): Fraction {
  const isIn = (date: Temporal.PlainDate | null): boolean =>
    date !== null && date.year === day.year && !isBefore(day, date);
  if (count.list === 'enterprises') {
    return new Fraction(lists.enterprises.filter(({ enteredOn }) => isIn(enteredOn)).length);
  }
  const { figure, size } = count;
  const projects = lists.projects.filter(
    (project) => isIn(project[dateOf[figure]]) && (size === undefined || sizeOf(project) === size),
  );
  if (figure !== 'investment') return new Fraction(projects.length);
  const fen = projects.reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n);
  return new Fraction(fen, BigInt(FEN_PER_YI));
}

const dateOf = {
  signed: 'signedOn',
  investment: 'signedOn',
  started: 'startedOn',
  completed: 'completedOn',
} as const;

const isBefore = (a: Temporal.PlainDate | null, b: Temporal.PlainDate | null): boolean =>
  a !== null && b !== null && Temporal.PlainDate.compare(a, b) < 0;
