import type { JSX } from 'hono/jsx/jsx-runtime';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Input } from '../ui/input.tsx';
import type { NotTaken } from '../ui/simple-form.tsx';

/** The form that uploads a plan. */
export const UploadForm = ({
  uploadKey,
  megabytes,
  notTaken,
}: {
  readonly uploadKey: string;
  /** Of a file, at most. */
  readonly megabytes: number;
  readonly notTaken: NotTaken | null;
}): JSX.Element => (
  <>
    {notTaken ? <ErrorSummary act="upload" faults={notTaken.faults} /> : null}
    <form method="post" action="/plans" enctype="multipart/form-data">
      <input type="hidden" name="key" value={uploadKey} />
      <Input
        id="upload-file"
        field={{
          name: 'file',
          label: `文件（.docx、.xlsx、.txt、.md，至多 ${megabytes} MB）`,
          attributes: {
            type: 'file',
            accept: '.docx,.xlsx,.txt,.md',
            required: '',
            'data-megabytes': megabytes,
          },
        }}
        fault={notTaken?.faults.find(({ field }) => field === 'file')?.message}
      />
      <Input
        id="upload-year"
        field={{
          name: 'year',
          label: '计划年度（不填则按文中的年份）',
          attributes: { inputmode: 'numeric', maxlength: 4, autocomplete: 'off' },
          value: notTaken?.fields['year'],
        }}
        fault={notTaken?.faults.find(({ field }) => field === 'year')?.message}
      />
      <button class="button primary" data-busy="正在读取…" type="submit">
        上传并读取
      </button>
      <progress hidden aria-label="正在上传并读取" />
    </form>
  </>
);
