import { cleanView } from './clean.ts';
import type { PlanDocument } from './document.ts';
import { outline } from './outline.ts';

/** The words that lead up to the matter of a heading: 一要抓好…, 四是抓好…. */
const LEAD = /^(?:要|是)?(?:着力|全面|切实|重点)?(?:抓好|抓实|做好|推进|加强)?/u;

/** A heading longer than this is a sentence, of which the beginning has to do. */
const LONGEST = 16;

/** The names of a plan's outermost points, in their order: the first is that of area 1. */
export function areaNames({ text }: PlanDocument): readonly string[] {
  const names: string[] = [];
  for (const { view, area, depth } of outline(cleanView(text, { start: 0, end: text.length }))) {
    if (depth !== 0 || area === 0 || names[area - 1] !== undefined) continue;
    const [heading = ''] = view.text.split(/[。；：\n]/u);
    const name = heading.replace(LEAD, '');
    names[area - 1] = Array.from(name).slice(0, LONGEST).join('');
  }
  return names;
}
