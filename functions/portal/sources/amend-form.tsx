import type { JSX } from 'hono/jsx/jsx-runtime';
import { isInView } from '../../domain/sources/draft-view.ts';
import { type DraftDecision, decisionName } from '../../domain/sources/review.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Input } from '../ui/input.tsx';
import { AmendScope } from './amend-scope.tsx';
import { DraftList } from './draft-list.tsx';
import { DRAFTS_A_PAGE, draftAddress } from './query.ts';
import type { ReviewProps } from './review-view.ts';

type Viewed = Pick<ReviewProps, 'read' | 'at'>;

/** The drafts of the view that the address names, on all its pages. */
export const draftsInView = ({ read, at }: Viewed): ReviewProps['read']['drafts'] =>
  read.drafts.filter(({ value }) => isInView(value, at.view, at.area));

/** Those of them on the page that the address names. */
export const draftsOnPage = (props: Viewed): ReviewProps['read']['drafts'] => {
  const from = (props.at.page - 1) * DRAFTS_A_PAGE;
  return draftsInView(props).slice(from, from + DRAFTS_A_PAGE);
};

/** The drafts of one page next to their sentences. */
export const DraftsShown = (props: ReviewProps): JSX.Element => {
  const { read, refused } = props;
  const all = { area: null, page: 1, isPassed: false } as const;
  const drafts = draftsOnPage(props);
  const ticked = refused?.act === 'amend' ? (refused.fields['draft'] ?? []) : null;
  return drafts.length === 0 ? (
    <div class="empty">
      <b>没有这样的草稿</b>
      <p>
        <a href={draftAddress(read.kept.value, { ...all, view: 'all' })}>看全部</a>
      </p>
    </div>
  ) : (
    <DraftList
      {...props}
      drafts={drafts}
      ticked={ticked && new Set(ticked.map((mark) => mark.replace(/@\d+$/, '')))}
    />
  );
};

/** Drafts with what is to become of those that are meant. */
export const AmendForm = (props: ReviewProps): JSX.Element => {
  const { read, at, units, refused } = props;
  const all = draftsInView(props);
  const mine = refused?.act === 'amend' ? refused : null;
  const chosen = (name: string): string => mine?.fields[name]?.[0] ?? '';
  const faultOf = (name: string): string | undefined =>
    mine?.faults.find(({ field }) => field === name)?.message;
  return (
    <form method="post" action={draftAddress(read.kept.value, at).replace('?', '/drafts?')}>
      {mine ? <ErrorSummary act="amend" faults={mine.faults} /> : null}
      <DraftsShown {...props} />
      {all.length === 0 ? null : (
        <fieldset class="bulk-decision">
          <legend>办理</legend>
          <AmendScope
            count={all.length}
            shown={draftsOnPage(props).length}
            chosen={chosen('scope')}
          />
          <Input
            id="amend-unit"
            field={{
              name: 'unit',
              label: '责任单位',
              choices: ['', ...units],
              choiceNames: { '': '不改' },
              value: chosen('unit'),
            }}
            fault={faultOf('unit')}
          />
          <Input
            id="amend-due"
            field={{
              name: 'due',
              label: '期限（计划没有写明的才能定）',
              attributes: { type: 'date' },
              value: chosen('due'),
            }}
            fault={faultOf('due')}
          />
          <p class="decisions">
            <Press decision="accepted" isMain />
            <Press decision="dropped" />
            <Press decision="open" />
            <button class="button" type="submit" name="decision" value="">
              只改单位和期限
            </button>
          </p>
        </fieldset>
      )}
    </form>
  );
};

const presses: typeof decisionName = { ...decisionName, open: '退回待定' };

const Press = ({
  decision,
  isMain = false,
}: {
  readonly decision: DraftDecision;
  readonly isMain?: boolean;
}): JSX.Element => (
  <button
    class={isMain ? 'button primary' : 'button'}
    type="submit"
    name="decision"
    value={decision}
  >
    {presses[decision]}
  </button>
);
