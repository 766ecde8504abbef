import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  escaped,
  oneLine,
  paragraphs,
  withoutHidden,
} from '../../../functions/domain/base/one-line.ts';

const BREAKS = ['\n', '\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'];

/** Bidi controls, zero-width characters, controls, fillers, and what is no character at all. */
const HIDDEN = [
  '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c',
  '\u200b\u200c\u200d\u2060\ufeff\u00ad\u3164\u034f\u{e0041}',
  '\u0000\u0007\u001b\u001e\u007f\u009b\ufffe',
]
  .flatMap((group) => Array.from(group))
  .concat('\ud800', '\udfff');

const pieces = fc
  .array(fc.constantFrom(...BREAKS, ...HIDDEN, ' ', '\t', '\u3000', '查看：', '甲', '😀', 'b'))
  .map((all) => all.join(''));

describe('what somebody typed', () => {
  it.each(BREAKS)('has a blank where it broke the line with %j', (mark) => {
    expect(oneLine(`等设备${mark}2. 假事项`)).toBe('等设备 2. 假事项');
    expect(oneLine(`${mark}等设备 ${mark} ${mark}`)).toBe('等设备');
  });

  it.each(HIDDEN)('has not %j, which nobody sees', (character) => {
    expect(oneLine(`甲${character}乙`)).toBe('甲乙');
    expect(withoutHidden(`甲${character}\n乙`)).toBe('甲\n乙');
  });

  it('keeps everything that is seen, and the selectors of one form or another', () => {
    const seen = '葛\u{e0100}城区 “甲—乙” 100％ 😀\ufe0f\u3000全角 a b=c';
    expect(oneLine(seen)).toBe(seen);
  });

  test.prop([pieces])('is one line, and the same when it is typed again', (text) => {
    const line = oneLine(text);
    expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(line.isWellFormed()).toBe(true);
    expect(oneLine(line)).toBe(line);
  });

  it('as paragraphs keeps those that say something', () => {
    expect(paragraphs(' （一）甲\r\n\u202e\n\n（二）乙\u2028丙\r')).toBe('（一）甲\n（二）乙 丙');
  });

  test.prop([pieces])('is shown to a terminal whole, and obeyed in nothing', (text) => {
    const json = JSON.stringify({ text }, null, 2);
    expect(escaped(json)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(JSON.parse(escaped(json))).toEqual({ text });
  });

  it('takes no longer for a text that is nothing but blanks and breaks', () => {
    const began = performance.now();
    oneLine(`${' '.repeat(100_000)}甲${'\n \u200b'.repeat(40_000)}`);
    paragraphs('\n \u200b\r'.repeat(40_000));
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
