import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ReviewDraft } from '../../domain/sources/review.ts';
import type { Versioned } from '../../flows/ports.ts';
import type { ReviewRead } from '../../flows/sources/review.ts';
import { draftPieces } from '../../flows/sources/split-draft.ts';

type Props = { readonly read: ReviewRead; readonly kept: Versioned<ReviewDraft> };

/** Splits a draft, merges it into another one, or moves it by one place. */
export const ReshapeForms = (props: Props): JSX.Element => (
  <>
    <SplitForm {...props} />
    <MergeForm {...props} />
    <section>
      <h2>次序</h2>
      <form method="post" action={address(props, 'move')} class="decisions">
        <Seen {...props} />
        <button class="button small" type="submit" name="step" value="up">
          上移
        </button>
        <button class="button small" type="submit" name="step" value="down">
          下移
        </button>
      </form>
    </section>
  </>
);

const address = ({ read, kept }: Props, act: 'split' | 'merge' | 'move'): string =>
  `/plans/${read.kept.value.id}/drafts/${kept.value.draft.id}/${act}`;

const Seen = ({ kept }: Props): JSX.Element => (
  <input type="hidden" name="version" value={String(kept.version)} />
);

const SplitForm = (props: Props): JSX.Element | null => {
  const { draft } = props.kept.value;
  const pieces = draftPieces(draft);
  if (pieces.length < 2) return null;
  return (
    <section>
      <h2>拆成两条</h2>
      <form method="post" action={address(props, 'split')}>
        <Seen {...props} />
        <fieldset class="picks">
          <legend>从哪里起另成一条</legend>
          {pieces.slice(1).map(({ start, text }) => (
            <label>
              <input type="radio" name="at" value={String(start)} required /> {text}
            </label>
          ))}
        </fieldset>
        <button class="button" type="submit">
          拆开
        </button>
      </form>
    </section>
  );
};

const MergeForm = (props: Props): JSX.Element | null => {
  const { read, kept } = props;
  const others = read.drafts.filter(
    ({ value }) => value.id !== kept.value.id && value.decision !== 'dropped',
  );
  if (others.length === 0 || kept.value.decision === 'dropped') return null;
  return (
    <section>
      <h2>与另一条并成一条</h2>
      <form method="post" action={address(props, 'merge')}>
        <Seen {...props} />
        <p class="field">
          <label for="merge-into">与哪一条并（编号取在前的，另一条记为不采纳）</label>
          <select id="merge-into" name="into" required>
            <option value="">请选</option>
            {byNearness(kept, others).map(({ value: { draft } }) => (
              <option value={draft.id}>
                {draft.id} {draft.title}
              </option>
            ))}
          </select>
        </p>
        <button class="button" type="submit">
          并成一条
        </button>
      </form>
    </section>
  );
};

/** The nearest in the text first. */
const byNearness = (
  { value: { draft } }: Versioned<ReviewDraft>,
  others: readonly Versioned<ReviewDraft>[],
): readonly Versioned<ReviewDraft>[] => {
  const away = (each: Versioned<ReviewDraft>): number =>
    Math.abs(each.value.draft.start - draft.start);
  return others.toSorted((a, b) => away(a) - away(b));
};
