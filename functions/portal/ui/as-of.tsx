import type { JSX } from 'hono/jsx/jsx-runtime';
import type { PaceRow } from '../../domain/targets/pace-row.ts';

/** How far the figures of a target go; a narrow page has no head that says it for all. */
export const AsOf = ({
  row: { asOf },
  isInHead = false,
}: {
  readonly row: PaceRow;
  readonly isInHead?: boolean;
}): JSX.Element | null =>
  asOf === null ? null : (
    <small class={isInHead ? 'muted as-of in-heading' : 'muted as-of'}>截至{asOf}</small>
  );
