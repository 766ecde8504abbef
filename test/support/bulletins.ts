import type { Bulletin } from '../../functions/domain/papers/bulletin.ts';

const counts = {
  all: 2,
  done: 0,
  red: 1,
  yellow: 1,
  green: 0,
  none: 0,
  unreported: 0,
  withdrawn: 0,
  unreturned: 0,
  selfChecked: 0,
};

const matter = {
  id: 'p22-071',
  title: '建成消防站',
  unit: '安环局',
  due: '2022-06-30',
  state: '已逾期8天',
  report: null,
};

/** The first issue of 2022. */
export const aBulletin: Bulletin = {
  id: '2022-01',
  park: 'linxiang',
  year: 2022,
  number: 1,
  on: '2022-07-08',
  hidden: 0,
  gone: '51.7%',
  counts,
  pace: {
    sentence: '指标1项，1项达到序时。',
    targets: [
      {
        name: '固定资产投资',
        goal: '80亿元',
        completion: '53.2%',
        lead: '超 1.4',
        colour: 'green',
        asOf: '6月',
      },
    ],
    others: 0,
  },
  money: null,
  red: { named: [matter], others: 0 },
  yellow: { named: [{ ...matter, id: 'p22-072', due: null }], others: 0 },
  earlier: null,
  areas: [{ name: '一、总体建设规划', counts }],
  demands: '（一）说明原因。',
};
