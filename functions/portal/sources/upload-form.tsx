import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Source } from '../../domain/sources/source.ts';
import { documentKinds, sourceKindName } from '../../domain/sources/source-kind.ts';
import { answerFields } from '../ui/answer-fields.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { type Field, Input } from '../ui/input.tsx';
import { readersFields } from '../ui/readers-fields.ts';
import type { NotTaken } from '../ui/simple-form.tsx';

/** The form that uploads a document. */
export const UploadForm = ({
  uploadKey,
  megabytes,
  sources,
  notTaken,
}: {
  readonly uploadKey: string;
  /** Of a file, at most. */
  readonly megabytes: number;
  readonly sources: readonly Source[];
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
      {aboutFields(sources).map((field) => (
        <Input
          id={`upload-${field.name}`}
          field={{ ...field, value: notTaken?.fields[field.name] }}
          fault={notTaken?.faults.find((fault) => fault.field === field.name)?.message}
        />
      ))}
      <button class="button primary" data-busy="正在读取…" type="submit">
        上传并读取
      </button>
      <progress hidden aria-label="正在上传并读取" />
    </form>
  </>
);

/** Fields that say what the document is; what is left empty is read from it. */
export const aboutFields = (sources: readonly Source[]): readonly Field[] => [
  ...versionField(sources.filter(({ versions }) => versions.length > 0)),
  {
    name: 'kind',
    label: '种类（新的来源；不选则按标题判断）',
    choices: ['', ...documentKinds.options],
    choiceNames: { ...sourceKindName, '': '按标题判断' },
  },
  {
    name: 'year',
    label: '年度（不填则按文中的年份）',
    attributes: { inputmode: 'numeric', maxlength: 4, autocomplete: 'off' },
  },
  { name: 'documentNumber', label: '文号（可不填）', attributes: { maxlength: 60 } },
  { name: 'date', label: '文件日期（可不填）', attributes: { type: 'date' } },
  { name: 'from', label: '会议名称、批示人或交办单位（可不填）', attributes: { maxlength: 60 } },
  ...readersFields,
  ...answerFields,
];

const versionField = (sources: readonly Source[]): readonly Field[] =>
  sources.length === 0
    ? []
    : [
        {
          name: 'versionOf',
          label: '这是',
          choices: ['', ...sources.map(({ id }) => id)],
          choiceNames: Object.fromEntries([
            ['', '一份新的来源'],
            ...sources.map(({ id, year, title }) => [id, `《${title}》（${year}年）的新版本`]),
          ]),
        },
      ];
