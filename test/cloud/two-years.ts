/** The plan of the year, as its office pastes it. */
export const PLAN = {
  text: `临湘高新区2040年工作计划
一、安全环保
安环局要在12月28日前完成管网改造工程。
二、水利
水务局要在12月底前完成泵站建设。
`,
  kind: 'annualPlan',
  year: 2040,
};

/** A second document of that year. */
export const LIVELIHOOD = {
  text: `临湘高新区2040年民生实事项目清单
一、出行
安环局要在12月底前开通园区公交。
`,
  kind: 'livelihood',
  year: 2040,
};

/** Minutes of a meeting. */
export const MINUTES = {
  text: `管委会主任办公会议纪要
会议议定：水务局要在12月底前完成防汛物资储备。
`,
  kind: 'meeting',
  from: '管委会主任办公会',
  year: 2040,
};

/** What a leader asks for, entered by hand; its date lies in the next year. */
export const INSTRUCTION = {
  title: '完成应急池扩容',
  leadUnit: '安环局',
  due: '2041-02-15',
  source: {
    kind: 'instruction',
    from: '管委会主要领导',
    date: '2040-12-24',
    words: '抓紧扩容。',
  },
};

/** The plan of the next year. */
export const NEXT_PLAN = {
  text: `临湘高新区2041年工作计划
一、安全环保
安环局要在6月底前完成污水处理厂提标。
二、水利
水务局要在9月底前完成河道清淤。
`,
  kind: 'annualPlan',
  year: 2041,
};

/** How what is left of the year is decided; the instruction keeps its own date. */
export const DECISIONS = [
  { id: 'p40-001', choice: 'carryOver', due: '2041-03-29', why: '设备未到' },
  { id: 's40a-001', choice: 'carryOver' },
  { id: 'p40-002', choice: 'deemDone', why: '竣工验收备案2040-12号' },
  { id: 'm40a-001', choice: 'suspend', why: '线路待定' },
  { id: 'y40a-001', choice: 'withdraw', why: '并入全区储备' },
];
