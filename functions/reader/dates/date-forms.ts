import type { DateForm } from './date-meaning.ts';
import { dayForms } from './day-forms.ts';
import { eventForms } from './event-forms.ts';
import { wholeYearForms, yearForms } from './year-forms.ts';

/** Every way a plan names a date; at one place the first that gives a meaning counts. */
export const dateForms: readonly DateForm[] = [
  ...dayForms,
  ...yearForms,
  ...eventForms,
  ...wholeYearForms,
];

/** Source that matches any of `forms`, without their named groups. */
export const anyOf = (forms: readonly DateForm[]): string =>
  forms.map(({ source }) => source.replace(/\?<[a-z0-9]+>/gu, '?:')).join('|');
