import type { JSX } from 'hono/jsx/jsx-runtime';
import type { PaceRow } from '../../domain/targets/pace-row.ts';
import type { Board } from '../../flows/views/board.ts';
import type { Frame } from '../http/frame.ts';
import { DirectFigures, isDirect } from '../ui/direct-figures.tsx';
import { Hatches } from '../ui/hatches.tsx';
import { PaceBand } from '../ui/pace-band.tsx';

/** The headline goals and whatever is late against the schedule; a viewer without any sees none. */
export const Paces = ({
  board: { targets, rows },
  when,
}: {
  readonly board: Board;
  readonly when: { readonly today: Frame['today']; readonly year: number };
}): JSX.Element | null => {
  const headline = new Set(rows.filter(({ task }) => task.area === 0).map(({ task }) => task.id));
  const growing = targets.filter((row) => !isDirect(row));
  const isLate = ({ lamp }: PaceRow): boolean => lamp.colour === 'red' || lamp.colour === 'yellow';
  const shown = growing.filter((row) => headline.has(row.id) || isLate(row));
  return targets.length === 0 ? null : (
    <>
      <Hatches />
      <PaceBand targets={shown.length > 0 ? shown : growing} when={when} isBrief />
      <DirectFigures targets={targets.filter(isDirect)} />
    </>
  );
};
