import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { inFen } from '../../../functions/domain/base/money.ts';
import { counted, Project, SIZES, sizeOf } from '../../../functions/domain/targets/project-list.ts';
import { day } from '../../support/builders.ts';
import { aProject } from '../../support/figures.ts';

const YI = 10_000_000_000;
const lists = (projects: readonly ReturnType<typeof aProject>[]) => ({ projects, enterprises: [] });

describe('the size class of a project', () => {
  it.each([
    { fen: 30 * YI, size: '30' },
    { fen: 30 * YI - 1, size: '10' },
    { fen: 10 * YI, size: '10' },
    { fen: 10 * YI - 1, size: '5' },
    { fen: 5 * YI, size: '5' },
    { fen: YI, size: '1' },
    { fen: YI - 1, size: null },
  ])('of $fen fen is $size', ({ fen, size }) => {
    expect(sizeOf({ amountFen: inFen(fen) })).toBe(size);
  });

  test.prop([fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 40 })])(
    'puts every project of a 亿元 or more in exactly one class',
    (tenths) => {
      const projects = tenths.map((each, at) => aProject(`p${at}`, each / 10, '2022-02-01'));
      const by = (size: (typeof SIZES)[number]): number =>
        counted(
          { list: 'projects', figure: 'signed', size },
          lists(projects),
          day('2022-12-31'),
        ).valueOf();
      const large = projects.filter(({ amountFen }) => amountFen >= YI).length;
      expect(SIZES.map(by).reduce((a, b) => a + b, 0)).toBe(large);
    },
  );

  test.prop([fc.array(fc.integer({ min: 1, max: 9e14 }).map(inFen), { maxLength: 40 })])(
    'does not matter to the investment, which is the exact sum in any order',
    (fens) => {
      const projects = fens.map((amountFen, at) => ({
        ...aProject(`p${at}`, 1, '2022-02-01'),
        amountFen,
      }));
      const sum = (of: typeof projects): bigint => {
        const yi = counted(
          { list: 'projects', figure: 'investment' },
          lists(of),
          day('2022-12-31'),
        );
        return yi.mul(YI).n;
      };
      expect(sum(projects)).toBe(fens.reduce((a, fen) => a + BigInt(fen), 0n));
      expect(sum(projects.toReversed())).toBe(sum(projects));
    },
  );
});

describe('a project is refused', () => {
  const written = {
    id: 'x',
    park: 'linxiang',
    name: '某项目',
    investor: '某企业',
    amountFen: YI,
    kind: 'listed',
    signedOn: '2022-03-01',
  };

  it.each([
    { over: { startedOn: '2022-02-01' }, says: '开工早于签约' },
    { over: { completedOn: '2022-04-01' }, says: '竣工的项目没有开工日期' },
    { over: { startedOn: '2022-04-01', completedOn: '2022-03-31' }, says: '竣工早于开工' },
  ])('where $says', ({ over, says }) => {
    const { error } = Project.safeParse({ ...written, ...over });
    expect(error?.issues.map(({ message }) => message)).toEqual([says]);
  });
});
