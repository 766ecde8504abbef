import { type AwaitsOffice, type ByKind, byKind, type Occasion } from './occasion.ts';

const awaited: Readonly<Record<AwaitsOffice['what'], string>> = {
  review: '报办结待核验',
  extension: '延期申请待批复',
  disowned: '责任异议待决定',
};

const words: ByKind<string> = {
  before: ({ days }) => `提前${days}天`,
  due: () => '到期当天',
  // Not the delay in working days: the count starts later if the date became known later.
  overdue: ({ workingDays }) => `逾期督办第${workingDays}个工作日`,
  overdueWeekly: () => '逾期后每周',
  handOver: () => '交办',
  reportDue: () => '进度反馈',
  behindPace: () => '序时进度',
  awaitsOffice: ({ what }) => awaited[what],
  decision: () => '处理结果',
  urge: () => '催办',
  nodesDone: () => '节点全部办结',
  unanswered: ({ after }) => `${occasionWords(after)}未获回应`,
  unknown: () => '提醒',
};

/** What a notice of `occasion` is called where notices are listed. */
export const occasionWords = (occasion: Occasion): string => byKind(occasion, words);
