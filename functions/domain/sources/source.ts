import { z } from 'zod';
import { PostId, ReviewId, SourceId } from '../base/ids.ts';
import { Day, OneLine } from '../base/parsing.ts';
import type { Plan } from './plan.ts';
import { SourceAnswer } from './source-answer.ts';
import { planCode } from './source-code.ts';
import { SourceKind } from './source-kind.ts';

/** One text of a source, as it was published. */
const SourceVersion = z.object({
  /** From 1. */
  number: z.int().positive(),
  /** File name of the upload; empty where none was uploaded. */
  file: z.string(),
  /** The review that published it; null where there was none. */
  review: ReviewId.nullable(),
});

/** Where tasks come from: a plan, a list, minutes, an instruction, or entries by hand. */
export const Source = z.object({
  id: SourceId,
  park: z.string(),
  kind: SourceKind,
  title: OneLine,
  /** As printed: 临高管发〔2022〕3号; empty where there is none. */
  documentNumber: OneLine.default(''),
  /** The day of the document. */
  date: Day.nullable().default(null),
  /** Who gave the instruction or held the meeting, as the office writes it; empty if unknown. */
  from: OneLine.default(''),
  /** Posts that may see it and what comes from it alone; null where everybody may. */
  readers: z.array(PostId).readonly().nullable().default(null),
  /** What is to be reported on it; absent where nothing is. */
  answer: SourceAnswer.exactOptional(),
  /** The year that its tasks count in. */
  year: z.int(),
  /** Names of the top-level sections of the newest version: the first is area 1. */
  areas: z.array(z.string()).readonly(),
  /** Oldest first; empty for a source without text. */
  versions: z.array(SourceVersion).readonly(),
});
export type Source = Readonly<z.infer<typeof Source>>;

/** The text of one version of a source; paragraphs are separated by line breaks. */
export const SourceText = z.object({
  /** {@link sourceTextId}. */
  id: z.string(),
  park: z.string(),
  text: z.string(),
});
export type SourceText = Readonly<z.infer<typeof SourceText>>;

/** Id of the text of a version: `p22.1`. */
export const sourceTextId = (source: SourceId, version: number): string => `${source}.${version}`;

/** The source that a plan stands for which was stored before sources were records. */
export const sourceOfPlan = ({ park, year, title, areas }: Plan): Source => ({
  id: planCode(year),
  park,
  kind: 'annualPlan',
  title,
  documentNumber: '',
  date: null,
  from: '',
  readers: null,
  year,
  areas,
  versions: [{ number: 1, file: '', review: null }],
});
