import { inChinese } from '../../domain/base/parsing.ts';
import type { FormItem } from '../../domain/papers/reporting-form.ts';
import { MoveForm } from '../register/move-form.ts';
import {
  type FormFields,
  fieldsOfItem,
  type ReadForm,
  readAnswer,
  readFault,
  readNothing,
  same,
  versionSeen,
  wordsIn,
} from './fields.ts';

/** What `fields` say of an item that is reported in words; it is filled in. */
export function workAnswer(item: FormItem, fields: FormFields): ReadForm {
  const { id } = item.task;
  const { choice, words } = fieldsOfItem;
  const seen = versionSeen(fields, id, item.version);
  const chosen = fields[choice(id)] ?? 'go';
  if (chosen === 'same') return same(item, seen);
  const note = wordsIn(fields, words(id));
  if ('wrong' in note) return readFault(id, words(id), `说明：${note.wrong}`);
  if (chosen === 'done') return readAnswer({ id, seen, move: { act: 'submit' }, why: note.words });
  return progressed(item, { note: note.words, seen }, fields);
}

/** What there was to say, and the version that it was said of. */
type Noted = { readonly note: string; readonly seen: number };

function progressed(item: FormItem, { note, seen }: Noted, fields: FormFields): ReadForm {
  const { id } = item.task;
  const { progress, words } = fieldsOfItem;
  const text = (fields[progress(id)] ?? '').trim();
  const report = { act: 'report', progress: null, note, evidence: [] } as const;
  if (text !== '') return measured(item, text, { note, seen }, fields);
  if (note !== '') return readAnswer({ id, seen, move: report, why: note });
  return readFault(
    id,
    words(id),
    item.section === 'duties' ? '请写一句' : '请填完成到百分之几，或写一句',
  );
}

/** Progress in percent; what is all done is handed in, or its sender says that it is not. */
function measured(
  { task: { id } }: FormItem,
  text: string,
  { note, seen }: Noted,
  fields: FormFields,
): ReadForm {
  const { progress, done } = fieldsOfItem;
  const form = { act: 'report', progress: text, why: note, evidence: '' };
  const read = MoveForm.safeParse(form, { error: inChinese });
  if (!read.success || read.data.act !== 'report') {
    return readFault(id, progress(id), '进度：请填 0 到 100 的整数');
  }
  const report = { act: 'report', progress: read.data.progress, note, evidence: [] } as const;
  const choice = report.progress === 100 ? fields[done(id)] : 'no';
  if (choice === 'no') return readAnswer({ id, seen, move: report, why: note });
  if (choice === 'yes') return readAnswer({ id, seen, move: { act: 'submit' }, why: note });
  const message = '完成到 100%，要报办结吗？';
  return { ...readNothing, questions: [{ id, field: done(id), message }] };
}
