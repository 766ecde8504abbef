import { z } from 'zod';
import { Day, OneLine } from '../../domain/base/parsing.ts';
import type { Readers } from '../../domain/sources/readers.ts';
import { SourceAnswer } from '../../domain/sources/source-answer.ts';
import { SOURCE_CODE } from '../../domain/sources/source-code.ts';
import { documentKinds } from '../../domain/sources/source-kind.ts';
import type { AboutSource } from '../../flows/sources/read-upload.ts';

const Code = z.string().regex(SOURCE_CODE, '应是一个来源的编号，例如 p22').brand<'SourceId'>();
const Year = z.coerce.number().int().min(2000).max(2100);

/** What a call says of an uploaded document. */
export const aboutSource = {
  year: z.int().min(2000).max(2100).nullable().default(null).describe('年度，不填则按文中的'),
  kind: documentKinds.optional().describe('来源的种类，不填则按标题判断'),
  versionOf: Code.optional().describe('是哪个来源的新版本；不填则是新的来源'),
  documentNumber: OneLine.max(60).optional().describe('文号'),
  date: Day.optional().describe('文件日期'),
  from: OneLine.max(60).optional().describe('会议名称、批示人或交办单位'),
  readers: z
    .array(OneLine.brand<'PostId'>())
    .max(30)
    .nullable()
    .optional()
    .describe('谁能看：岗位的编号，例如 owner@安环局；不填或为 null 是公开。新版本沿用来源已定的'),
  answer: SourceAnswer.optional().describe('何时向谁报送什么，发布后由园区办的一项工作提醒'),
};

const emptyAs = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .literal('')
    .transform(() => undefined)
    .or(schema)
    .optional();

/** The same as a form says it; what is empty is not said. */
export const SourceForm = z.object({
  year: emptyAs(Year),
  kind: emptyAs(documentKinds),
  versionOf: emptyAs(Code),
  documentNumber: OneLine.max(60).optional(),
  date: emptyAs(Day),
  from: OneLine.max(60).optional(),
  readers: z.enum(['open', 'named']).default('open'),
  named: z.string().max(400).default(''),
  answerDue: z.string().default(''),
  answerTo: z.string().default(''),
  answerWhat: z.string().default(''),
});

/** Names of the fields. */
export const uploadFieldNames: Readonly<Record<string, string>> = {
  year: '年度',
  kind: '种类',
  versionOf: '这是',
  documentNumber: '文号',
  date: '文件日期',
  from: '来自',
  readers: '谁能看',
  named: '指定的岗位',
};

/** What was said of a document, without what was left out. */
export const aboutIn = ({
  kind,
  versionOf,
  documentNumber,
  date,
  from,
  readers,
  answer,
}: Pick<z.output<typeof SourceForm>, 'kind' | 'versionOf' | 'documentNumber' | 'date' | 'from'> & {
  readonly readers?: Readers | undefined;
  readonly answer?: SourceAnswer | null | undefined;
}): AboutSource => ({
  ...(kind && { kind }),
  ...(versionOf && { versionOf }),
  ...(documentNumber && { documentNumber }),
  ...(date && { date }),
  ...(from && { from }),
  ...(readers && { readers }),
  ...(answer && { answer }),
});
