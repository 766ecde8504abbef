import { cleanView } from './clean.ts';
import { placeOf } from './mapped-text.ts';
import { outline } from './outline.ts';

/** Where an outermost point of a document begins, in code points. */
export type AreaStart = { readonly area: number; readonly start: number };

/** The beginnings of the outermost points of `text`, in order; what is before the first is area 0. */
export function areaStarts(text: string): readonly AreaStart[] {
  const starts: AreaStart[] = [];
  for (const { view, area } of outline(cleanView(text, { start: 0, end: text.length }))) {
    if (area === (starts.at(-1)?.area ?? 0) || view.text === '') continue;
    starts.push({ area, start: Array.from(text.slice(0, placeOf(view).start)).length });
  }
  return starts;
}
