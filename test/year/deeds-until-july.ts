import type { Deed } from './deed.ts';

const sure = { sure: 'yes' };

/** The first two weeks: signing, reporting, asking for time, being refused it, closing. */
export const deedsUntilJuly: readonly Deed[] = [
  { on: '2022-06-15', as: 'anhuan-owner', at: '~', does: '/sign' },
  { on: '2022-06-15', as: 'office', at: '/items/p22-071', does: '/redate' },
  {
    on: '2022-06-15',
    as: 'office',
    at: '/settings/contacts/shenpi-owner',
    does: '/stand-in',
    types: { standIn: 'shenpi-head' },
  },
  {
    on: '2022-06-15',
    as: 'office',
    at: '/settings/contacts/leader-investment',
    types: { post: '分管招商外事的领导' },
  },
  {
    on: '2022-06-17',
    as: 'dangzheng-owner',
    at: '~/p22-026',
    types: { is: 'late', due: '2022-07-08', why: '征求意见还没有结束' },
  },
  { on: '2022-06-17', as: 'guijian-owner', at: '~/p22-010', types: { other: '60', why: '已报批' } },
  {
    on: '2022-06-20',
    as: 'office',
    at: '/items/p22-026',
    does: '/grant',
    types: { due: '2022-07-08', why: '同意' },
  },
  {
    on: '2022-06-20',
    as: 'finance',
    at: '/funding/p22-082-exit-2-reviewed',
    types: { doneOn: '2022-06-20' },
  },
  {
    on: '2022-06-20',
    as: 'chanye-owner',
    at: '/targets/p22-001',
    types: { month: '5', value: '182', source: '统计月报', why: '核对以后更正' },
  },
  {
    on: '2022-06-22',
    as: 'caijin-owner',
    at: '~[2021年已立项]/p22-080',
    types: { is: 'notMine', why: '应由规划建设局负责' },
  },
  {
    on: '2022-06-22',
    as: 'office',
    at: '/items/p22-152',
    does: '/redate',
    types: { due: '2022-07-20', why: '采购程序延长' },
  },
  {
    on: '2022-06-23',
    as: 'office',
    at: '/items/p22-080',
    does: '/keep',
    types: { why: '分工没有变' },
  },
  {
    on: '2022-06-24',
    as: 'guijian-owner',
    at: '~[空间总体规划]/p22-010',
    types: { is: 'late', due: '2022-07-15', why: '上级还没有批复' },
  },
  { on: '2022-06-27', as: 'office', at: '/items/p22-010', does: '/refuse', types: { why: '加快' } },
  {
    on: '2022-06-28',
    as: 'anhuan-owner',
    at: '~[第三方治理]/p22-071',
    types: { is: 'done', why: '建成' },
  },
  {
    on: '2022-06-29',
    as: 'office',
    at: '/items/p22-071',
    does: '/return',
    types: { why: '缺验收报告' },
  },
  { on: '2022-06-30', as: 'anhuan-owner', at: '~[第三方治理]/p22-071', types: { other: '100' } },
  {
    on: '2022-06-30',
    as: 'anhuan-owner',
    at: '~[第三方治理]/p22-071',
    types: { is: 'done', why: '已验收' },
  },
  {
    on: '2022-07-01',
    as: 'office',
    at: '/items/p22-071',
    does: '/verify',
    types: { why: '属实', ...sure },
  },
  { on: '2022-07-01', as: 'office', at: '/bulletin', does: '/bulletins' },
  { on: '2022-07-01', as: 'office', at: '/bulletin', does: '/bulletins', types: sure },
];
