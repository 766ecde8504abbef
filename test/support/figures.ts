import Fraction from 'fraction.js';
import { FEN_PER_WAN, FEN_PER_YI, type Fen, inFen } from '../../functions/domain/base/money.ts';
import {
  type FundingStep,
  type Instrument,
  stepId,
} from '../../functions/domain/funding/funding.ts';
import { measured } from '../../functions/domain/targets/measured.ts';
import type { Project } from '../../functions/domain/targets/project-list.ts';
import type { Actual, Target } from '../../functions/domain/targets/target.ts';
import type { Task } from '../../functions/domain/tasks/task.ts';
import { aTask, at, day, rules } from './builders.ts';
import { type Plain, taskId } from './ids.ts';

export const dec = (text: string): Fraction => new Fraction(text);

/** A monthly figure, returned on the 8th of the month after unless the test says otherwise. */
export const anActual = (month: number, value: string, over: Partial<Actual> = {}): Actual => ({
  month,
  value: dec(value),
  source: '统计报表',
  reportedBy: 'owner@产业发展局',
  at: at(month === 12 ? '2023-01-08 09:00' : `2022-${String(month + 1).padStart(2, '0')}-08 09:00`),
  why: '',
  asOf: null,
  ...over,
});

export const aTarget = (over: Partial<Plain<Target, 'id'>> = {}): Target => ({
  park: 'linxiang',
  plan: 2022,
  name: '技工贸总收入',
  unit: '亿元',
  goal: dec('420'),
  comparator: 'ge',
  rhythm: 'monthly',
  unpublished: [],
  tolerance: null,
  basis: 'cumulative',
  curve: null,
  countedFrom: null,
  actuals: [],
  ...over,
  id: taskId(over.id ?? 'p22-001'),
});

/** A target, its promise, and by when its figures are known. */
export type Measuring = {
  readonly target?: Partial<Plain<Target, 'id'>>;
  readonly task?: Partial<Task>;
  /** The end of the year after, unless the test says otherwise. */
  readonly known?: string;
};

/** The promise of a target of the year with what its figures say of it. */
export function aMeasured({
  target = {},
  task = {},
  known = '2023-12-31 23:59',
}: Measuring = {}): Task {
  const promise = aTask({ kind: 'target', due: day('2022-12-31'), ...task });
  const lists = { projects: [], enterprises: [] };
  return measured(promise, { target: aTarget(target), lists }, at(known), rules);
}

/** A project of `yi` 亿元 signed on the day `signed`. */
export const aProject = (
  id: string,
  yi: number,
  signed: string,
  over: Partial<Project> = {},
): Project => ({
  id,
  park: 'linxiang',
  name: `${id}号项目`,
  investor: '某投资企业',
  amountFen: inFen(yi * FEN_PER_YI),
  kind: 'other',
  signedOn: day(signed),
  startedOn: null,
  completedOn: null,
  ...over,
});

export const wan = (amount: number): Fen => inFen(amount * FEN_PER_WAN);

export const bond: Instrument = {
  id: taskId('bond'),
  park: 'linxiang',
  name: '政府专项债券',
  kind: 'specialBond',
  goalFen: wan(30_000),
  projects: [
    { id: 'exit', name: '化工企业退出转型升级发展项目', goalFen: wan(18_000) },
    { id: 'africa', name: '中非工贸产业园基础设施建设项目', goalFen: wan(12_000) },
  ],
};

/** A step of the bond's first project, still to be done unless `doneOn` is given. */
export const aStep = (
  over: Partial<Plain<FundingStep, 'id' | 'instrument' | 'blockedBy'>> = {},
): FundingStep => {
  const step = {
    park: 'linxiang',
    project: 'exit',
    batch: 1,
    stage: 'applied' as const,
    part: 1,
    amountFen: wan(6000),
    planned: day('2022-06-22'),
    doneOn: null,
    bookedAt: null,
    note: '',
    excessReason: '',
    ...over,
    instrument: taskId(over.instrument ?? 'bond'),
    blockedBy: (over.blockedBy ?? []).map(taskId),
  };
  return { ...step, id: over.id === undefined ? stepId(step) : taskId(over.id) };
};
