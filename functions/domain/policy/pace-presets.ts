import { z } from 'zod';

/** A limit that is exceeded above its value, or reached at its value. */
export type Limit = { readonly over: number } | { readonly from: number };

/** Thresholds for yellow and red. */
export type Thresholds = {
  /**
   * Unit of comparison. ratio: shortfall in percent of the scheduled share; points: shortfall in
   * percentage points of the goal; days: delay in calendar days.
   */
  readonly measure: 'ratio' | 'points' | 'days';
  readonly yellow: Limit;
  readonly red: Limit;
  /** Source of the thresholds. */
  readonly source: string;
};

export const PacePreset = z.enum([
  'ratio_60_80',
  'ratio_50',
  'points_10_30',
  'bond_6m_30',
  'days_late_7_15',
]);
export type PacePreset = z.infer<typeof PacePreset>;

/** Published thresholds from which a park chooses. */
export const pacePresets: Readonly<Record<PacePreset, Thresholds>> = {
  ratio_60_80: {
    measure: 'ratio',
    yellow: { over: 20 },
    red: { over: 40 },
    source: '低于序时进度80%亮黄灯，低于60%亮红灯',
  },
  ratio_50: {
    measure: 'ratio',
    yellow: { over: 0 },
    red: { over: 50 },
    source: '低于序时进度亮黄灯，低于50%以上亮红灯',
  },
  points_10_30: {
    measure: 'points',
    yellow: { from: 10 },
    red: { over: 30 },
    source: '低于序时进度10至30个百分点亮黄灯，超过30个百分点亮红灯（银川市，2025年）',
  },
  bond_6m_30: {
    measure: 'ratio',
    yellow: { over: 0 },
    red: { over: 30 },
    source: '专项债券资金自发行次月起6个月内支出完毕，慢于序时30%以内亮黄灯，超过30%亮红灯',
  },
  days_late_7_15: {
    measure: 'days',
    yellow: { over: 7 },
    red: { over: 15 },
    source: '滞后超过7天亮黄灯，超过15天亮红灯',
  },
};
