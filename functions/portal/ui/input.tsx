import type { JSX } from 'hono/jsx/jsx-runtime';

type Attributes = Readonly<Record<string, string | number>>;

/** One input of a form; one with choices is a list of them. */
export type Field = {
  readonly name: string;
  readonly label: string;
  readonly attributes?: Attributes;
  readonly choices?: readonly string[];
  /** How the choices are called, where that is not what they are. */
  readonly choiceNames?: Readonly<Record<string, string>>;
  /** What stands in it before anything was typed. */
  readonly value?: string | undefined;
  /** Whether its text may take several lines on the page; it is stored as one. */
  readonly isLong?: boolean;
  /** Whether it is a box to be ticked, which then says its value. */
  readonly isTick?: boolean;
};

/** An input with its label; a fault stands next to it, in the words of the summary. */
export const Input = ({
  id,
  field,
  fault,
}: {
  readonly id: string;
  readonly field: Field;
  readonly fault: string | undefined;
}): JSX.Element => (
  <p class={fault ? 'field has-fault' : 'field'}>
    <label for={id}>{field.label}</label>
    {fault ? (
      <span class="fault" id={`${id}-fault`}>
        {fault}
      </span>
    ) : null}
    <Control id={id} field={field} isWrong={fault !== undefined} />
  </p>
);

/** What of a field is filled in: a list of choices, or a box of one line or of several. */
const Control = ({
  id,
  field: { name, attributes, choices, choiceNames, value = '', isLong = false },
  isWrong,
}: {
  readonly id: string;
  readonly field: Field;
  readonly isWrong: boolean;
}): JSX.Element => {
  const marks = {
    'aria-invalid': isWrong ? ('true' as const) : undefined,
    'aria-describedby': isWrong ? `${id}-fault` : undefined,
  };
  if (choices) {
    return (
      <select id={id} name={name} {...marks}>
        {choices.map((choice) => (
          <option value={choice} selected={choice === value}>
            {choiceNames?.[choice] ?? choice}
          </option>
        ))}
      </select>
    );
  }
  if (!isLong) return <input {...attributes} id={id} name={name} value={value} {...marks} />;
  return (
    <textarea {...attributes} id={id} name={name} rows={2} {...marks}>
      {value}
    </textarea>
  );
};

/** A box to be ticked, which then says its value; a fault stands above it. */
export const Tick = ({
  id,
  field: { name, label, value },
  fault,
}: {
  readonly id: string;
  readonly field: Field;
  readonly fault: string | undefined;
}): JSX.Element => (
  <p class={fault ? 'field has-fault' : 'field'}>
    {fault ? (
      <span class="fault" id={`${id}-fault`}>
        {fault}
      </span>
    ) : null}
    <label class="tick-field">
      <input
        type="checkbox"
        id={id}
        name={name}
        value={value}
        aria-describedby={fault ? `${id}-fault` : undefined}
      />{' '}
      {label}
    </label>
  </p>
);
