import { z } from 'zod';
import { SourceAnswer } from '../../domain/sources/source-answer.ts';
import { type FieldFault, readForm } from './forms.ts';

const AnswerForm = z.object({
  answerDue: SourceAnswer.shape.due,
  answerTo: SourceAnswer.shape.to,
  answerWhat: z
    .literal('')
    .transform(() => '办结报告')
    .or(SourceAnswer.shape.what),
});

const fieldNames: Readonly<Record<string, string>> = {
  answerDue: '报送日期',
  answerTo: '报送给谁',
  answerWhat: '报送什么',
};

/** What a form says of the report on a source; null where its fields are empty. */
export function answerIn(
  fields: Readonly<Record<string, string>>,
): { readonly answer: SourceAnswer | null } | { readonly faults: readonly FieldFault[] } {
  const { answerDue: day = '', answerTo = '', answerWhat = '' } = fields;
  if (day === '' && answerTo.trim() === '') return { answer: null };
  if (day === '') {
    return { faults: [{ field: 'answerDue', message: '填了报送给谁，请填报送日期' }] };
  }
  const read = readForm(AnswerForm, { answerDue: day, answerTo, answerWhat }, fieldNames);
  if ('faults' in read) return { faults: read.faults };
  const { answerDue: due, answerTo: to, answerWhat: what } = read.value;
  return { answer: { due, to, what } };
}
