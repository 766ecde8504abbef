import type { JSX } from 'hono/jsx/jsx-runtime';

/** Which drafts an amendment applies to. */
export const AmendScope = ({
  count,
  shown,
  chosen,
}: {
  readonly count: number;
  readonly shown: number;
  readonly chosen: string;
}): JSX.Element => {
  const choices = [
    ['ticked', '勾选的'],
    ['page', `本页全部 ${shown} 条`],
    ['view', `这一类全部 ${count} 条`],
  ] as const;
  return (
    <p class="choices" role="radiogroup" aria-label="对哪些草稿">
      {choices.map(([value, words], number) => (
        <label>
          <input
            type="radio"
            name="scope"
            value={value}
            checked={chosen === '' ? number === 0 : chosen === value}
          />{' '}
          {words}
        </label>
      ))}
      <label data-all hidden>
        <input type="checkbox" /> 勾选本页
      </label>
    </p>
  );
};
