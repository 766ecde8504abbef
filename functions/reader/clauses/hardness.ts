import type { Hardness } from '../../domain/base/promise.ts';

const STRIVE = /力争|争取|力促|力推|力求|努力(?!度)|冲刺|争创/u;
/** 加快 in front of a verb with an end state only means soon. */
const NEUTRAL =
  /(?:加快|积极|有序|加速)(?:推动|推进)?(?=完成|建成|竣工|投产|出台|开工|启动|落地|建立|补齐|形成|办理|编制|制定|解决|实现)/gu;
const ADVANCE = /推进|推动|积极|逐步|加快|探索|谋划|有序|不断|持续|稳步|加速/u;
/** 高水平推进区, 持续性: inside a name these words have no modal meaning. */
const IN_NAME =
  /“[^”]*”|《[^》]*》|可持续|持续性|积极性|加快发展的|推进(?=中|过程|情况|机制|力度|会|组|方案|计划|措施|办法)/gu;

/** Hardness by the weakest modal of `clause`; `carried` is that of the enumeration's head. */
export function hardnessOf(clause: string, carried?: Hardness): Hardness {
  const text = clause.replace(IN_NAME, '').replace(NEUTRAL, '');
  if (STRIVE.test(text) && !/确保[^，；]{0,12}$/u.test(beforeStrive(text))) return lastModal(text);
  if (/确保|必须|务必|严禁/u.test(text)) return 'must';
  if (ADVANCE.test(text)) return 'advance';
  return carried ?? 'must';
}

const beforeStrive = (text: string): string => text.slice(0, STRIVE.exec(text)?.index ?? 0);

/** 争取…，确保26家: of two modals the one nearest the predicate counts. */
function lastModal(text: string): Hardness {
  const strive = Math.max(
    ...['力争', '争取', '力促', '力推', '力求', '努力', '冲刺', '争创'].map((word) =>
      text.lastIndexOf(word),
    ),
  );
  const must = Math.max(...['确保', '务必', '必须'].map((word) => text.lastIndexOf(word)));
  return must > strive ? 'must' : 'strive';
}
