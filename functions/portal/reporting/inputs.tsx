import type { JSX } from 'hono/jsx/jsx-runtime';

type Marks = { readonly 'aria-invalid'?: 'true'; readonly 'aria-describedby'?: string };

/** Answers of which one is chosen, none of them beforehand. */
export const Options = ({
  name,
  label,
  chosen,
  choices,
}: {
  readonly name: string;
  readonly label: string;
  readonly chosen: string | undefined;
  readonly choices: Readonly<Record<string, string>>;
}): JSX.Element => (
  <div
    class={Object.keys(choices).length === 2 ? 'options two' : 'options'}
    role="radiogroup"
    aria-label={label}
  >
    {Object.entries(choices).map(([value, words]) => (
      <label class="option">
        <input type="radio" name={name} value={value} checked={chosen === value} />
        <span>{words}</span>
      </label>
    ))}
  </div>
);

type Typed = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly marks: Marks;
};

/** A labelled input; `own` are the attributes of its kind. */
const Entry = ({
  name,
  label,
  value,
  marks,
  own,
}: Typed & { readonly own: Readonly<Record<string, string | number>> }): JSX.Element => (
  <>
    <label class="visually-hidden" for={`r-${name}`}>
      {label}
    </label>
    <input class="entry" id={`r-${name}`} name={name} {...own} value={value} {...marks} />
  </>
);

export const Percent = (typed: Typed): JSX.Element => (
  <div class="unit">
    <Entry {...typed} own={{ inputmode: 'numeric', autocomplete: 'off' }} />
    <span>%</span>
  </div>
);

export const Sentence = ({
  placeholder,
  ...typed
}: Typed & { readonly placeholder: string }): JSX.Element => (
  <div class="note-entry">
    <Entry {...typed} own={{ maxlength: 200, placeholder }} />
  </div>
);

/** Asks whether what is reported as all done is to be handed in. */
export const WhetherSubmitted = ({ name }: { readonly name: string }): JSX.Element => (
  <div class="whether" id={`r-${name}`}>
    <Options
      name={name}
      label="完成到 100%，要报办结吗？"
      chosen={undefined}
      choices={{ yes: '报办结', no: '只反馈进度' }}
    />
  </div>
);
