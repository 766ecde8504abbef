import { describe, expect, it } from 'vitest';
import { style } from '../../../functions/portal/ui/assets.ts';

/** Colours by name, as the style sheet says them. */
const colours: ReadonlyMap<string, string> = new Map(
  [...style.body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})\b/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ]),
);

const SHORT_HEX = 4;

/** The relative luminance of WCAG 2.2. */
function luminance(name: string): number {
  const hex = colours.get(name);
  if (hex === undefined) throw new Error(`the style sheet has no --${name}`);
  const long = hex.length === SHORT_HEX ? hex.replaceAll(/[0-9a-f]/g, '$&$&') : hex;
  const [red = 0, green = 0, blue = 0] = (long.match(/[0-9a-f]{2}/g) ?? []).map((pair) => {
    const share = Number.parseInt(pair, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['paper', 'sheet', 'tint'];
const onGrounds = (...names: readonly string[]): readonly (readonly [string, string])[] =>
  names.flatMap((name) => grounds.map((ground) => [name, ground] as const));

const texts = [
  ...onGrounds('ink', 'ink2', 'ink3', 'brand', 'brand-d', 'red-ink', 'amber-ink', 'green-ink'),
  ['red-ink', 'red-bg'],
  ['amber-ink', 'amber-bg'],
  ['green-ink', 'green-bg'],
  ['done', 'done-bg'],
  ['navigation-ink', 'navigation'],
  ['sheet', 'brand'],
] as const;

/** Amber itself is pale; its outline is what is seen. */
const shapes = onGrounds('rule2', 'bar', 'red', 'amber-line', 'green', 'done');

describe('the colours', () => {
  it.each(texts)('let %s be read on %s', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)('let a shape of %s be seen on %s', (shape, ground) => {
    expect(contrast(shape, ground)).toBeGreaterThanOrEqual(3);
  });
});
