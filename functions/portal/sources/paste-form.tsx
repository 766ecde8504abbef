import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Source } from '../../domain/sources/source.ts';
import { LONGEST_PASTE } from '../http/uploads.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Input } from '../ui/input.tsx';
import type { NotTaken } from '../ui/simple-form.tsx';
import { aboutFields } from './upload-form.tsx';

/** The form that takes minutes or an instruction as a text, and reads it as an upload is read. */
export const PasteForm = ({
  pasteKey,
  sources,
  notTaken,
}: {
  readonly pasteKey: string;
  readonly sources: readonly Source[];
  readonly notTaken: NotTaken | null;
}): JSX.Element => {
  const faultOf = (name: string): string | undefined =>
    notTaken?.faults.find(({ field }) => field === name)?.message;
  const fault = faultOf('text');
  return (
    <>
      {notTaken ? <ErrorSummary act="paste" faults={notTaken.faults} /> : null}
      <form method="post" action="/plans/paste" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="key" value={pasteKey} />
        <p class={fault ? 'field has-fault' : 'field'}>
          <label for="paste-text">会议纪要、批示或交办的全文（至多 5 万字）</label>
          {fault ? (
            <span class="fault" id="paste-text-fault">
              {fault}
            </span>
          ) : null}
          <textarea
            id="paste-text"
            name="text"
            rows={8}
            maxlength={LONGEST_PASTE}
            required
            aria-describedby={fault ? 'paste-text-fault' : undefined}
          >
            {notTaken?.fields['text'] ?? ''}
          </textarea>
        </p>
        {aboutFields(sources).map((field) => (
          <Input
            id={`paste-${field.name}`}
            field={{
              ...field,
              label: pasteLabels[field.name] ?? field.label,
              value: notTaken?.fields[field.name],
            }}
            fault={faultOf(field.name)}
          />
        ))}
        <button class="button primary" data-busy="正在读取…" type="submit">
          读成草稿
        </button>
      </form>
    </>
  );
};

/** What is called otherwise than for a file. */
const pasteLabels: Readonly<Record<string, string>> = {
  year: '年度（不填则按今年；文中写了别的年份才要填）',
};
