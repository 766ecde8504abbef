import type { JSX } from 'hono/jsx/jsx-runtime';
import type { LampColour } from '../../domain/tasks/lamp.ts';

/** The shape of a lamp: what it means stands next to it in words. */
export const Icon = ({ colour }: { readonly colour: LampColour }): JSX.Element => (
  <svg class={`icon ${colour}`} aria-hidden="true">
    <use href={`#s-${colour}`} />
  </svg>
);

/** A lamp with its words. */
export const LampMark = ({
  colour,
  words,
}: {
  readonly colour: LampColour;
  readonly words: string;
}): JSX.Element => (
  <span class={`lamp ${colour}`}>
    <Icon colour={colour} />
    {words}
  </span>
);

/** The shapes that {@link Icon} uses, once a page; the phone page has only the first four. */
export const Symbols = (): JSX.Element => (
  <svg class="symbols" aria-hidden="true" focusable="false">
    <defs>
      <symbol id="s-red" viewBox="-7 -7 14 14">
        <rect x="-6" y="-6" width="12" height="12" />
      </symbol>
      <symbol id="s-yellow" viewBox="-7 -7 14 14">
        <path d="M0-6 6.5 5.5h-13z" stroke-width="1.2" stroke-linejoin="round" />
      </symbol>
      <symbol id="s-green" viewBox="-7 -7 14 14">
        <circle r="6" />
      </symbol>
      <symbol id="s-done" viewBox="-7 -7 14 14">
        <path
          d="M-5 .5-1.5 4.5 5.5-4"
          stroke-width="2.4"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      </symbol>
      <symbol id="s-none" viewBox="-7 -7 14 14">
        <circle r="5" stroke-width="1.8" />
      </symbol>
      <symbol id="s-unreported" viewBox="-7 -7 14 14">
        <path d="M0-6 6 0 0 6-6 0z" stroke-width="1.8" stroke-linejoin="round" />
      </symbol>
      <symbol id="s-withdrawn" viewBox="-7 -7 14 14">
        <path d="M-5 0H5" stroke-width="2" />
      </symbol>
    </defs>
  </svg>
);
