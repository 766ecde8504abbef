import { z } from 'zod';
import { Day, OneLine } from '../base/parsing.ts';

/** What is to be reported on a source, by when and to whom (报送). */
export const SourceAnswer = z.object({
  /** As it was last entered; once its task is there, the date of that holds. */
  due: Day,
  to: OneLine.min(1, '请写报送给谁').max(60, '至多 60 个字'),
  what: OneLine.min(1, '请写报送什么').max(30, '至多 30 个字').default('办结报告'),
});
export type SourceAnswer = Readonly<z.infer<typeof SourceAnswer>>;
