import { homeOptions } from '../../bin/home-options.ts';
import { openHome } from '../../functions/local/home.ts';
import { newFolder } from './processes.ts';

const silent = { out: () => undefined, err: () => undefined };

/** A folder in which a laptop's park begins, the sample or an empty one: what commands work on. */
export async function begunFolder(isLive = false): Promise<string> {
  const data = await newFolder();
  await begin(data, isLive);
  return data;
}

/** Lets a park begin in `data`. */
export async function begin(data: string, isLive: boolean): Promise<void> {
  const home = await openHome(homeOptions(data, isLive, silent));
  await home.settle();
  home.close();
}
