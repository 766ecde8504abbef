import { z } from 'zod';
import { OneLine } from '../../domain/base/parsing.ts';
import { Source } from '../../domain/sources/source.ts';
import { SourceAnswer } from '../../domain/sources/source-answer.ts';
import { TaskStatus } from '../../domain/tasks/task-status.ts';
import type { AnswerView, SourceView } from '../../flows/sources/source-view.ts';

const ofSource = Source.shape;

export const SourceBody = z.object({
  id: ofSource.id.describe('来源的编号'),
  kind: ofSource.kind,
  title: z.string(),
  documentNumber: z.string().describe('文号'),
  date: z.iso.date().nullable().describe('文件日期'),
  from: z.string().describe('会议名称、批示人或交办单位'),
  year: ofSource.year,
  readers: z.array(OneLine.brand<'PostId'>()).nullable().describe('谁能看；null 是公开'),
  answer: z
    .object({
      due: z.iso.date(),
      to: z.string().describe('报送给谁'),
      what: z.string().describe('报送什么'),
      task: z.string().nullable().describe('园区办办理报送的事项'),
      status: TaskStatus.nullable(),
      open: z.int().describe('来源里能看到的事项还有几项没有办结'),
    })
    .nullable()
    .describe('报送；null 是不用报送'),
  versions: z.array(
    z.object({
      number: z.int(),
      file: z.string(),
      review: z.string().nullable().describe('核对它的那份计划'),
    }),
  ),
  tasks: z.int().describe('能看到的事项数'),
  version: z.int().describe('改动时放在 If-Match 里'),
});

export const SourcesBody = z.object({ sources: z.array(SourceBody) });

export const ChangeSource = z.object({
  readers: z
    .array(OneLine.brand<'PostId'>())
    .max(30, '至多 30 个')
    .nullable()
    .describe('谁能看：岗位的编号，例如 owner@安环局；null 是公开'),
});

export const AnswerSource = z.object({
  answer: SourceAnswer.nullable().describe('何时向谁报送什么；null 是不用报送'),
});

const answerBody = ({
  due,
  to,
  what,
  task,
  items,
}: AnswerView): z.infer<typeof SourceBody>['answer'] => ({
  due: due.toString(),
  to,
  what,
  task: task?.id ?? null,
  status: task?.status ?? null,
  open: items.open,
});

/** `view` as the API shows it. */
export const sourceBody = ({
  source,
  version,
  tasks,
  answer,
}: SourceView): z.infer<typeof SourceBody> => {
  const { park: _, areas: __, answer: ___, date, readers, versions, ...rest } = source;
  return {
    ...rest,
    date: date?.toString() ?? null,
    readers: readers && [...readers],
    answer: answer && answerBody(answer),
    versions: [...versions],
    tasks,
    version,
  };
};
