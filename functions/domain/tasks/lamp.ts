/**
 * Colors in order of urgency. Also: unreported for outdated values, done, withdrawn, and none
 * without a deadline.
 */
export const colours = [
  'red',
  'yellow',
  'unreported',
  'green',
  'none',
  'done',
  'withdrawn',
] as const;
export type LampColour = (typeof colours)[number];

/** Colors in Chinese. */
export const colourName: Readonly<Record<LampColour, string>> = {
  green: '绿',
  yellow: '黄',
  red: '红',
  unreported: '未报数',
  done: '✓',
  withdrawn: '撤销',
  none: '无',
};

/** Subject of a lamp: deadline, pace of a target, or reporting. */
type Axis = 'time' | 'pace' | 'reporting';

/** Words of the lamps; always shown with the color, for accessibility. */
export const lampName: Readonly<Record<LampColour, string>> = {
  red: '红灯',
  yellow: '黄灯',
  green: '绿灯',
  unreported: '未报数',
  done: '办结',
  withdrawn: '撤销',
  none: '无灯',
};

/** A lamp with its explanation. */
export type Lamp = {
  readonly axis: Axis;
  readonly colour: LampColour;
  /** Id of the deciding rule. */
  readonly rule: string;
  readonly policyVersion: number;
  /**
   * Numbers used by the rule, by name. Days are calendar days, negative once overdue; shares are
   * percentages, as exact decimals truncated to one place.
   */
  readonly numbers: Readonly<Record<string, number | string | null>>;
  /** Reason, in Chinese. */
  readonly reason: string;
  /** What would turn it green, in Chinese; null if nothing is needed. */
  readonly toGreen: string | null;
};

/** The worst of `shown`; none if it is empty. */
export const worstColour = (shown: readonly LampColour[]): LampColour =>
  colours.find((colour) => shown.includes(colour)) ?? 'none';
