import { type Home, openHome } from '../functions/local/home.ts';
import type { Terminal } from './command.ts';
import { homeOptions } from './home-options.ts';

/** The options of every command that works on the data of this laptop. */
export const homeSpec = { live: { type: 'boolean' }, data: { type: 'string' } } as const;

/** How they are explained, in Chinese. */
export const homeUsage = '  --live / --data 目录   同 npm start；请先退出正在运行的如期';

/**
 * Opens the data of this laptop, while nothing else has it open, and closes it again.
 *
 * @throws {BadInput} if it is in use or cannot be read and written.
 */
export async function atHome(
  options: { readonly live?: boolean; readonly data?: string },
  terminal: Terminal,
  use: (home: Home) => Promise<void>,
): Promise<number> {
  const home = await openHome(homeOptions(options.data, options.live ?? false, terminal));
  try {
    await home.settle(null);
    await use(home);
  } finally {
    await home.laptop.stop();
  }
  return 0;
}
