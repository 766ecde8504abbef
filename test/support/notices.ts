import type { EnteredYear } from '../../functions/domain/calendar/entered-holidays.ts';
import { storedDays } from '../../functions/flows/calendar/review-notice.ts';
import type { NoticeDay } from '../../functions/reader/calendar/read-notice.ts';
import { at } from './builders.ts';
import { noticeParagraphs } from './notice-paragraphs.ts';

/** A whole notice of `year` as it is pasted from the page: head, addressees, paragraphs, signature. */
export const wholeNotice = (year: number, paragraphs = noticeParagraphs[year] ?? []): string =>
  [
    `国务院办公厅关于${year}年`,
    '部分节假日安排的通知',
    `国办发明电〔${year - 1}〕7号`,
    '',
    '各省、自治区、直辖市人民政府，国务院各部委、各直属机构：',
    `　　经国务院批准，现将${year}年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。`,
    ...paragraphs.map((paragraph) => `　　${paragraph}`),
    '　　节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作，遇有重大突发事件，要按规定及时报告并妥善处置，确保人民群众祥和平安度过节日假期。',
    '',
    '国务院办公厅',
    `${year - 1}年11月4日`,
    '（此件公开发布）',
  ].join('\n');

/** `days` as the office's entry for `year`. */
export const anEnteredYear = (year: number, days: readonly NoticeDay[]): EnteredYear => ({
  year,
  ...storedDays(days),
  text: '',
  enteredAt: at('2022-01-01 00:00'),
  enteredBy: '园区办',
});

/** A notice of 2027, of which nobody knows anything yet: 2027-01-10 is a Sunday that is worked. */
export const notice2027 = wholeNotice(2027, [
  '一、元旦：1月1日（周五）至3日（周日）放假，共3天。',
  '二、春节：2月5日（农历除夕、周五）至12日（农历正月初七、周五）放假调休，共8天。1月30日（周六）、2月14日（周日）上班。',
  '三、清明节：4月3日（周六）至5日（周一）放假，共3天。',
  '四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）、1月10日（周日）上班。',
  '五、端午节：6月9日（周三）放假1天，不调休。',
  '六、中秋节：9月15日（周三）放假1天，不调休。',
  '七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。',
]);
