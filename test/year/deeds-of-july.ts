import type { Deed } from './deed.ts';

const PLAN = `临湘高新区2023年工作计划
一、安全环保
安环局要在1月底前完成污染第三方治理工作平台验收。安环局要在3月底前完成应急预案修订。
二、招商引资
招商局全年完成签约项目60个。
三、项目建设
全力推进国信、华科、宏源、金叶等3个特优项目建设。
`;

const sure = { sure: 'yes' };

/** What the office decides in July, a plan, a policy, and the returns of the month. */
export const deedsOfJuly: readonly Deed[] = [
  {
    on: '2022-07-04',
    as: 'office',
    at: '/items/p22-129',
    does: '/reassign',
    types: { leadUnit: '产业发展局', why: '分工调整' },
  },
  {
    on: '2022-07-04',
    as: 'office',
    at: '/items/p22-128',
    does: '/suspend',
    types: { why: '等市里意见', ...sure },
  },
  {
    on: '2022-07-04',
    as: 'office',
    at: '/items/p22-127',
    does: '/withdraw',
    types: { why: '不再派驻', ...sure },
  },
  { on: '2022-07-05', as: 'office', at: '/plans', uploads: { name: '2023.txt', text: PLAN } },
  {
    on: '2022-07-06',
    as: 'office',
    at: '/plans/2023-1',
    does: '/drafts',
    types: { scope: 'page', unit: '招商局', decision: '' },
  },
  {
    on: '2022-07-06',
    as: 'office',
    at: '/plans/2023-1/drafts/p23-001',
    types: { unit: '安环局', decision: 'accepted' },
  },
  {
    on: '2022-07-06',
    as: 'office',
    at: '/plans/2023-1/drafts/p23-003',
    types: { decision: 'accepted' },
  },
  {
    on: '2022-07-07',
    as: 'office',
    at: '/plans/2023-1?view=open',
    does: '/drafts',
    types: { scope: 'view', decision: 'dropped' },
  },
  { on: '2022-07-07', as: 'office', at: '/plans/2023-1', does: '/publish', types: sure },
  {
    on: '2022-07-08',
    as: 'office',
    at: '/settings/policy',
    does: '/rehearsal',
    types: { 'before-2-days': '6', 'weekly-days': '' },
  },
  {
    on: '2022-07-08',
    as: 'office',
    at: '/settings/policy',
    does: '/rehearsal',
    types: { 'before-2-days': '6', sendTime: '08:30' },
    next: { does: '/adoption' },
  },
  { on: '2022-07-12', as: 'zhaoshang-owner', at: '~[江苏重点]/p22-129', types: { other: '10' } },
  {
    on: '2022-07-13',
    as: 'office',
    at: '/items/p22-128',
    does: '/resume',
    types: { due: '2022-08-15', why: '已有意见' },
  },
  {
    on: '2022-07-15',
    as: 'office',
    at: '/items/p22-066',
    does: '/correctDue',
    types: { due: '2022-07-18', why: '录入有误' },
  },
  {
    on: '2022-07-25',
    as: 'guijian-owner',
    at: '/returns',
    types: { 'a-p22-013': 'go', 'p-p22-013': '40', 'w-p22-013': '正在征求意见' },
  },
  { on: '2022-07-26', as: 'chanye-owner', at: '/returns', types: { 'v-p22-001-6': '130' } },
  {
    on: '2022-07-26',
    as: 'guijian-owner',
    at: '~[反馈]/returns',
    types: { rest: 'ask' },
    next: { does: '/returns', types: { rest: 'yes' } },
  },
  {
    on: '2022-07-27',
    as: 'anhuan-owner',
    at: '/returns',
    types: { rest: 'ask' },
    next: { does: '/returns', types: { rest: 'yes' } },
  },
];
