import type { Source } from '../../functions/domain/sources/source.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import { enterSource } from '../../functions/flows/sources/keep-source.ts';
import { sourceId } from './ids.ts';
import type { World } from './world.ts';

/** A source: by default the annual plan of 2022. */
export const aSource = (over: Partial<Source> = {}): Source => ({
  id: sourceId('p22'),
  park: 'linxiang',
  kind: 'annualPlan',
  title: '2022年工作计划',
  documentNumber: '',
  date: null,
  from: '',
  readers: null,
  year: 2022,
  areas: [],
  versions: [{ number: 1, file: '计划.txt', review: null }],
  ...over,
});

/** Stores `source` with its text. */
export const putSource = async (world: World, source: Source, text = ''): Promise<void> =>
  enterSource(await openContext(source.park, world.ports), { source, text });
