import type { JSX } from 'hono/jsx/jsx-runtime';
import { hiddenWords } from '../../domain/sources/readers.ts';

/** How many restricted items the page leaves out of its totals; nothing where there are none. */
export const HiddenNote = ({ hidden }: { readonly hidden: number }): JSX.Element | null =>
  hidden === 0 ? null : <p class="muted">{hiddenWords(hidden)}。</p>;
