import { describe, expect, it } from 'vitest';
import { withPrinted } from '../../../bin/docs/markdown.ts';
import { printedPages } from '../../../bin/docs/pages.ts';
import { paper } from '../../support/papers.ts';

describe('what the code prints into the papers', () => {
  it.each(Object.entries(printedPages))(
    'is fresh in %s; `npm run docs` renews it',
    (path, parts) => {
      const { text } = paper(path);
      expect(text).toBe(withPrinted(text, parts()));
    },
  );

  it('is seen to be stale, and has a place of its own', () => {
    const page = 'a\n<!-- printed: x -->\nold\n<!-- end: x -->\nb';
    expect(withPrinted(page, { x: 'new' })).toBe(
      'a\n<!-- printed: x -->\n\nnew\n\n<!-- end: x -->\nb',
    );
    expect(() => withPrinted(page, { y: 'new' })).toThrow('no markers for y');
  });
});
