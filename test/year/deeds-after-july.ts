import type { Deed } from './deed.ts';

const sure = { sure: 'yes' };

/** Contacts that come and go, calls of the API, and the second issue of the bulletin. */
export const deedsAfterJuly: readonly Deed[] = [
  {
    on: '2022-08-01',
    as: 'office',
    at: '/settings/new-contact',
    types: {
      id: 'pump-owner',
      unit: '水务站',
      post: '水务站责任人',
      channel: 'mail',
      mail: 'pump@park.example',
    },
  },
  { on: '2022-08-02', as: 'office', at: '/settings/contacts/pump-owner', does: '/test' },
  {
    on: '2022-08-02',
    as: 'office',
    at: '/settings/contacts/pump-owner',
    does: '/removal',
    types: { sure: 'on' },
  },
  { on: '2022-08-08', as: 'office', at: '/settings/contacts/office', does: '/again' },
  {
    on: '2022-08-15',
    as: 'office',
    at: '/settings/contacts/shenpi-owner',
    does: '/stand-in',
    types: { standIn: '' },
  },
  {
    on: '2022-08-26',
    as: 'finance',
    at: '/api/v1/funding/steps/p22-082-exit-2-approved',
    posts: { doneOn: '2022-08-25', amount: '12000', note: '已入库' },
  },
  {
    on: '2022-08-31',
    as: 'guijian-owner',
    at: '/api/v1/items/p22-067/moves',
    posts: { act: 'submit', why: '建成' },
  },
  {
    on: '2022-09-05',
    as: 'office',
    at: '/api/v1/items/p22-067/moves',
    posts: { act: 'verify', why: '属实' },
  },
  {
    on: '2022-09-05',
    as: 'office',
    at: '/api/v1/items/p22-067/moves',
    posts: { act: 'redate', due: '2022-09-31' },
  },
  { on: '2022-09-15', as: 'office', at: '/bulletin', does: '/bulletins', types: sure },
  {
    on: '2022-10-20',
    as: 'chanye-owner',
    at: '/api/v1/targets/p22-006/figures',
    posts: { month: 9, value: '5', source: '统计月报' },
  },
  { on: '2022-10-31', as: 'office', at: '/settings', does: '/sign-out' },
];
