import { BadInput } from '../../domain/base/problems.ts';

/** Why a year cannot be closed, reopened or decided about. */
export const yearRefusal = (year: number, message: string, remedy: string): BadInput =>
  new BadInput([{ place: `${year}年度`, message, remedy }]);
