import { BadInput } from '../../domain/base/problems.ts';
import type { FieldFault } from '../http/forms.ts';

/** @throws {BadInput} naming every field that is wrong. */
export function refuseFields(faults: readonly FieldFault[]): void {
  if (faults.length === 0) return;
  throw new BadInput(
    faults.map(({ field, message }) => ({
      place: field,
      message,
      remedy:
        field === 'confirm'
          ? '没有填错的，加上 "confirm": true 再报一次'
          : '允许的值见 /api/v1/openapi.json',
    })),
  );
}
