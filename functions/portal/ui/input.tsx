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
  /** Whether it is a box to be ticked, which then says its value. */
  readonly isTick?: boolean;
};

/** An input with its label; a fault stands next to it, in the words of the summary. */
export const Input = ({
  id,
  field: { name, label, attributes, choices, choiceNames, value = '' },
  fault,
}: {
  readonly id: string;
  readonly field: Field;
  readonly fault: string | undefined;
}): JSX.Element => {
  const marks = {
    'aria-invalid': fault ? ('true' as const) : undefined,
    'aria-describedby': fault ? `${id}-fault` : undefined,
  };
  return (
    <p class={fault ? 'field has-fault' : 'field'}>
      <label for={id}>{label}</label>
      {fault ? (
        <span class="fault" id={`${id}-fault`}>
          {fault}
        </span>
      ) : null}
      {choices ? (
        <select id={id} name={name} {...marks}>
          {choices.map((choice) => (
            <option value={choice} selected={choice === value}>
              {choiceNames?.[choice] ?? choice}
            </option>
          ))}
        </select>
      ) : (
        <input {...attributes} id={id} name={name} value={value} {...marks} />
      )}
    </p>
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
