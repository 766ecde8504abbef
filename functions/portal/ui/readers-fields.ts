import type { Field } from './input.tsx';

/** Fields that say who may see a source. */
export const readersFields: readonly Field[] = [
  {
    name: 'readers',
    label: '谁能看',
    choices: ['open', 'named'],
    choiceNames: { open: '公开', named: '只限指定的岗位' },
  },
  {
    name: 'named',
    label: '指定的岗位（用顿号分开；园区办和各事项的责任岗位总能看，不用写）',
    attributes: { maxlength: 400, autocomplete: 'off' },
  },
];
