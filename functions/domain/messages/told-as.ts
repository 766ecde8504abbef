import type { TaskNotice } from '../deadlines/task-notice.ts';
import type { Occasion } from '../tasks/occasion.ts';

/**
 * How a message tells a notice. deadline: the task with its date and what is asked of the reader;
 * outcome: the same next to what was decided, where anything is asked; office: an item of its own with
 * what the office is to decide; report and pace: a line in a paragraph that many tasks share.
 */
type ToldAs = 'deadline' | 'outcome' | 'office' | 'report' | 'pace';

const ways: Readonly<Record<Occasion['kind'], ToldAs>> = {
  before: 'deadline',
  due: 'deadline',
  overdue: 'deadline',
  overdueWeekly: 'deadline',
  handOver: 'deadline',
  unanswered: 'deadline',
  unknown: 'deadline',
  urge: 'deadline',
  nodesDone: 'deadline',
  decision: 'outcome',
  awaitsOffice: 'office',
  reportDue: 'report',
  behindPace: 'pace',
};

/** How a message tells a notice of `occasion`. */
export const toldAs = ({ occasion }: Pick<TaskNotice, 'occasion'>): ToldAs => ways[occasion.kind];
