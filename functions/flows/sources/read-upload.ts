import type { SourceId } from '../../domain/base/ids.ts';
import { oneLine } from '../../domain/base/one-line.ts';
import { BadInput } from '../../domain/base/problems.ts';
import type { Draft } from '../../domain/sources/draft.ts';
import type { Source } from '../../domain/sources/source.ts';
import type { SourceAnswer } from '../../domain/sources/source-answer.ts';
import { kindOfTitle } from '../../domain/sources/source-kind.ts';
import { planYearIn } from '../../reader/dates/plan-year.ts';
import { readDocument } from '../../reader/formats/read-document.ts';
import { readPlan } from '../../reader/read-plan.ts';
import type { PlanDocument } from '../../reader/text/document.ts';

/** A document as somebody gave it. */
export type Upload = {
  readonly bytes: Uint8Array;
  /** Name of the file, as messages and the review show it. */
  readonly file: string;
  /** Year of the plan; null to take it from the title. */
  readonly year: number | null;
  /** The year in which a text was pasted, which is meant where it names none; absent for a file. */
  readonly pastedIn?: number | undefined;
  /**
   * Names this upload and what is in it, with letters and digits: sent again, it opens no second
   * review, and what was begun of another one stays apart.
   */
  readonly name: string;
  /** What the office says of the document. */
  readonly about: AboutSource;
};

/** What the office says of a document; what is left out is taken from the document or is unknown. */
export type AboutSource = Partial<
  Pick<Source, 'kind' | 'documentNumber' | 'date' | 'from' | 'readers'>
> & {
  /** The source that it is a new version of. */
  readonly versionOf?: SourceId;
  readonly answer?: SourceAnswer;
};

/** Bytes of a plan's text, which is one record with what it amends: DynamoDB takes 400 KB in all. */
const LONGEST_TEXT = 150 * 1024;

type Read = {
  readonly document: PlanDocument;
  readonly year: number;
  /** Its first line. */
  readonly title: string;
  readonly drafts: readonly Draft[];
};

/** @throws {BadInput} for what is no plan that can be looked through. */
export async function readUpload(upload: Upload): Promise<Read> {
  const { bytes, file } = upload;
  const document = await readDocument(bytes, file);
  const year = yearOf(upload, document);
  refuseLong(document, file);
  const { drafts } = readPlan(document, { year });
  if (drafts.length === 0)
    throw refusedUpload(file, '没有读出一项任务', '请确认给的是工作计划正文');
  const title = titleIn(document, year);
  if (upload.pastedIn !== undefined) refuseUnkind(upload.about, title);
  return { document, year, title, drafts };
}

/** The year that is given, else that of the text; of one that was pasted, another than today's is asked. */
function yearOf({ file, year, pastedIn }: Upload, { text }: PlanDocument): number {
  const named = year ?? planYearIn(text) ?? pastedIn;
  if (named === undefined) throw refusedUpload(file, '文中没有找到计划年份', '请在上传时写明年份');
  if (year === null && pastedIn !== undefined && named !== pastedIn) {
    const message = `文中写的是${named}年，现在是${pastedIn}年`;
    throw refusedUpload(YEAR_PLACE, message, '请写明算哪一年的');
  }
  return named;
}

/** Words that were pasted are no annual plan unless they or the office say so. */
function refuseUnkind({ kind, versionOf }: AboutSource, title: string): void {
  const isSaid = kind !== undefined || versionOf !== undefined;
  if (isSaid || kindOfTitle(title) !== 'annualPlan' || /计划|要点/u.test(title)) return;
  throw refusedUpload(KIND_PLACE, '看不出是哪一种来源', '请选会议议定、领导批示、上级交办等');
}

/** Places of what is asked about a pasted text. */
export const YEAR_PLACE = '年度';
export const KIND_PLACE = '种类';

/** An upload that is refused, in words for the office. */
export const refusedUpload = (place: string, message: string, remedy: string): BadInput =>
  new BadInput([{ place, message, remedy }]);

function refuseLong({ text }: PlanDocument, file: string): void {
  if (Buffer.byteLength(text) <= LONGEST_TEXT) return;
  throw refusedUpload(file, '正文超过 5 万字', '请只留计划正文，附件另存，再上传一次');
}

/** The first line, which is the plan's own title, unless it is the head of a table. */
function titleIn({ text }: PlanDocument, year: number): string {
  const [first = ''] = text.trim().split('\n');
  const title = oneLine(first);
  const isHead = title === '' || first.includes('\t');
  return isHead ? `${year}年工作计划` : Array.from(title).slice(0, LONGEST_TITLE).join('');
}

const LONGEST_TITLE = 100;
