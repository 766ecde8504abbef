import { Conflict } from '../../domain/base/faults.ts';
import { type FieldFault, faultsOf } from './forms.ts';

/** What a form says whose record changed since it was rendered. */
export const OVERTAKEN: FieldFault = {
  field: '',
  message: '别人刚刚改动了这一项，下面已是最新的情况，请核对后再提交。',
};

/** The version of the record that the form was filled in before. */
export const seenByPost = ({ version }: Readonly<Record<string, string>>): number | undefined =>
  version === undefined ? undefined : Number(version);

/** Runs `work`; returns what is wrong with the form, and says so where the record changed meanwhile. */
export async function taken(
  work: () => Promise<readonly FieldFault[]>,
): Promise<readonly FieldFault[]> {
  try {
    return await work();
  } catch (fault) {
    return fault instanceof Conflict ? [OVERTAKEN] : faultsOf(fault);
  }
}
