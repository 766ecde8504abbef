import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anchorsOf, linksOf, paper, papers } from '../support/papers.ts';

describe('the papers', () => {
  it.each(papers.map(({ path }) => path))('%s links only to what is there', (path) => {
    const broken = linksOf(paper(path)).filter((link) => !existsSync(link.path));
    expect(broken.map(({ target }) => target)).toEqual([]);
  });

  it.each(papers.map(({ path }) => path))('%s links only to headings that are there', (path) => {
    const broken = linksOf(paper(path)).filter(
      (link) => link.anchor !== '' && !anchorsOf(paper(link.path)).includes(link.anchor),
    );
    expect(broken.map(({ target }) => target)).toEqual([]);
  });

  it.each(papers.map(({ path }) => path))(
    '%s calls each file that it links to by its name',
    (path) => {
      const misnamed = linksOf(paper(path)).filter(
        (link) => /\.\w+$/.test(link.text) && !`/${link.path}`.endsWith(`/${link.text}`),
      );
      expect(misnamed.map(({ text, target }) => `${text}: ${target}`)).toEqual([]);
    },
  );

  it('are all reached from the README', () => {
    const reached = new Set(['README.md']);
    for (const path of reached) {
      for (const link of linksOf(paper(path)))
        if (link.path.endsWith('.md')) reached.add(link.path);
    }
    expect([...reached].toSorted()).toEqual(papers.map(({ path }) => path).toSorted());
  });

  it('begin with a README of at most 100 lines', () => {
    expect(paper('README.md').text.trimEnd().split('\n').length).toBeLessThanOrEqual(100);
  });

  it('name a test for every rule', () => {
    const [, ...rules] = paper('docs/rules.md').text.split(/^### /m);
    const untested = rules.filter((rule) => !/\]\(\.\.\/test\/[^)]+\.test\.ts\)/.test(rule));
    expect(untested.map((rule) => rule.split('\n')[0])).toEqual([]);
  });
});
