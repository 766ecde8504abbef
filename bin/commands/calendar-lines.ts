import { noticeDayWords } from '../../functions/domain/calendar/notice-questions.ts';
import type { NoticeReview } from '../../functions/flows/calendar/review-notice.ts';

/** A review of a notice, one line for each day and question. */
export function reviewLines(review: NoticeReview): readonly string[] {
  const { year, days, others, questions, passedOver, changesPast } = review;
  return [
    ...days.map(({ day, kind, festival, isChanged }) =>
      [
        noticeDayWords(day, year),
        kind === 'rest' ? '放假' : '上班',
        festival,
        isChanged ? `原为${kind === 'rest' ? '工作日' : '休息日'}` : '与现行安排相同',
      ].join('\t'),
    ),
    ...others.map(
      ({ day, isWorked }) =>
        `${noticeDayWords(day, year)}\t${isWorked ? '照常上班' : '照常休息'}\t通知没有写到\t原为${isWorked ? '休息日' : '工作日'}`,
    ),
    ...(changesPast ? ['有已经到了的日子会改变：已发的提醒不变，也不补发。'] : []),
    ...passedOver.map((sentence) => `没有安排日子，不采用：${sentence}`),
    ...questions.map(({ message }, at) => `问题 ${at + 1}：${message}`),
  ];
}
