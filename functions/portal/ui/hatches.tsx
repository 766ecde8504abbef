import type { JSX } from 'hono/jsx/jsx-runtime';

/** The patterns of what is owed and of what is waited for; once on a page that uses them. */
export const Hatches = (): JSX.Element => (
  <svg class="symbols" aria-hidden="true" focusable="false">
    <defs>
      {(['red', 'yellow', 'green'] as const).map((hue) => (
        <pattern
          id={`h-${hue}`}
          class={`hatch-${hue}`}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="5" height="5" />
          <path d="M0 0v5" />
        </pattern>
      ))}
    </defs>
  </svg>
);
