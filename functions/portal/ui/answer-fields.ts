import type { Field } from './input.tsx';

/** Fields that say by when and to whom is reported on a source (报送). */
export const answerFields: readonly Field[] = [
  { name: 'answerDue', label: '报送日期（不用报送的不填）', attributes: { type: 'date' } },
  {
    name: 'answerTo',
    label: '报送给谁',
    attributes: { maxlength: 60, placeholder: '市政府督查室' },
  },
  { name: 'answerWhat', label: '报送什么', attributes: { maxlength: 30, placeholder: '办结报告' } },
];
