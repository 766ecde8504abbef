import type { JSX } from 'hono/jsx/jsx-runtime';
import { carries, choiceName } from '../../domain/years/closing-choice.ts';
import type { ClosingChoice } from '../../domain/years/closing-line.ts';
import type { FieldFault } from '../http/forms.ts';
import type { LineSaid } from './closing-form.ts';

/** Choice, date, unit and words of one line, or of all that are picked. */
export const ChoiceFields = ({
  of,
  name,
  choices,
  said,
  units,
  faults,
}: {
  /** Ends the names of the fields: `-p22-001`; empty for the picked lines. */
  readonly of: string;
  /** What the fields are about, read aloud with each. */
  readonly name: string;
  readonly choices: readonly ClosingChoice[];
  readonly said: LineSaid;
  readonly units: readonly string[];
  readonly faults: readonly FieldFault[];
}): JSX.Element => {
  const parts = (part: keyof LineSaid): object => {
    const fault = faults.find(({ field }) => field === `${part}${of}`);
    const id = `closing-${part}${of}`;
    const wrong = fault && { 'aria-invalid': 'true', 'aria-describedby': `${id}-fault` };
    return { id, name: `${part}${of}`, ...wrong };
  };
  const own = faults.filter(({ field }) => field.endsWith(of) && of !== '');
  return (
    <div class="closing-choice">
      {own.map(({ field, message }) => (
        <span class="fault" id={`closing-${field}-fault`}>
          {message}
        </span>
      ))}
      <select {...parts('choice')} aria-label={`${name}：怎么定`}>
        <option value="">请选择</option>
        {choices.map((choice) => (
          <option value={choice} selected={choice === said.choice} data-date={dateMark(choice)}>
            {choiceName[choice]}
          </option>
        ))}
      </select>
      <input
        {...parts('to')}
        class="closing-date"
        type="date"
        value={said.to}
        aria-label={`${name}：结转到`}
      />
      {choices.includes('reassignAndCarry') ? (
        <select {...parts('unit')} aria-label={`${name}：改派给`}>
          <option value="">改派给哪个单位</option>
          {units.map((unit) => (
            <option value={unit} selected={unit === said.unit}>
              {unit}
            </option>
          ))}
        </select>
      ) : null}
      <input
        {...parts('words')}
        class="closing-words"
        value={said.words}
        maxlength={500}
        placeholder="原因或佐证"
        aria-label={`${name}：原因或佐证`}
      />
    </div>
  );
};

/** Where the choice needs no date, its box goes. */
const dateMark = (choice: ClosingChoice): 'no' | undefined => (carries(choice) ? undefined : 'no');
