const REASONS: Readonly<Record<string, string>> = {
  'skip.backward-looking': '说的是已经过去的事',
  'skip.backward-section': '在回顾、总结部分',
  'skip.colophon': '印发说明',
  'skip.contact': '联系方式',
  'skip.copies': '主送、抄送单位',
  'skip.description': '介绍情况，没有要做的事',
  'skip.heading': '标题',
  'skip.label': '引出下文的话',
  'skip.lead-in': '引出下文的话',
  'skip.means-alone': '只说了办法，没有说要做成什么',
  'skip.no-duty': '看不出要做什么',
  'skip.not-listed': '像是要做的事，没有列为草稿',
  'skip.note': '关于分工的说明',
  'skip.occasion': '介绍会议和场合',
  'skip.of-described': '说的是介绍到的情况',
  'skip.preamble': '说明发文的缘由',
  'skip.principle': '指导思想和原则',
  'skip.problem': '说的是问题',
  'skip.purpose': '只说目的或效果',
  'skip.sanction': '问责和处分的规定',
  'skip.signature': '落款',
  'skip.slogan': '口号和原则',
  'skip.too-long': '一句太长，不像人写的句子',
  'skip.verb-list': '概括下文的排比',
};

/** Why `rule` left something out, in words for the office. */
export const reasonOf = (rule: string): string => REASONS[rule] ?? rule;
