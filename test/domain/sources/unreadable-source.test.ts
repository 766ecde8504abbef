import { describe, expect, it } from 'vitest';
import { unreadableSource } from '../../../functions/domain/sources/unreadable-source.ts';

describe('a source whose record is damaged', () => {
  it.each(['s22a', 'y23b', 'j22aa', 'z22a', 'h22'])('is restricted to the office: %s', (code) => {
    expect(unreadableSource(`park#linxiang / source#${code}`, 'linxiang')).toMatchObject({
      id: code,
      readers: [],
      year: 2000 + Number(code.slice(1, 3)),
    });
  });

  it.each(['p22', 'm22a'])('stays open where its kind is always public: %s', (code) => {
    expect(unreadableSource(`park#linxiang / source#${code}`, 'linxiang')).toBeUndefined();
  });

  it('is none for a key of something else', () => {
    expect(unreadableSource('park#linxiang / source#', 'linxiang')).toBeUndefined();
  });
});
