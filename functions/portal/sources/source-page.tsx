import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateTimeWords, dayWords } from '../../domain/base/words.ts';
import type { Change } from '../../domain/contacts/change.ts';
import { namesWords } from '../../domain/contacts/named.ts';
import { postNames } from '../../domain/contacts/named-posts.ts';
import type { Source } from '../../domain/sources/source.ts';
import { sourceKindName } from '../../domain/sources/source-kind.ts';
import { mayInPark } from '../../domain/tasks/park-permissions.ts';
import { maySeeSettings } from '../../domain/tasks/read-permissions.ts';
import type { ParkContext } from '../../flows/context/park-context.ts';
import { readersWords } from '../../flows/sources/change-readers.ts';
import type { SourceView } from '../../flows/sources/source-view.ts';
import type { Frame } from '../http/frame.ts';
import { inYear } from '../http/year.ts';
import { Fact } from '../ui/facts.tsx';
import type { NameFinder } from '../ui/names.ts';
import { Page } from '../ui/page.tsx';
import { readersFields } from '../ui/readers-fields.ts';
import { type NotTaken, SimpleForm } from '../ui/simple-form.tsx';
import { AnswerFact, AnswerForm } from './answer-section.tsx';

type Props = {
  readonly frame: Frame;
  readonly view: SourceView;
  readonly directory: ParkContext['directory'];
  /** Oldest first. */
  readonly history: readonly Change[];
  readonly postOf: NameFinder;
  /** What was sent and not taken, and by which of the forms. */
  readonly notTaken: (NotTaken & { readonly form: 'source' | 'answer' }) | null;
};

/** One source: what it is, who may see it, its versions, and how many tasks come from it. */
export const SourcePage = (props: Props): JSX.Element => {
  const { frame, view, directory, notTaken } = props;
  const { source, tasks } = view;
  return (
    <Page
      frame={frame}
      title={`${notTaken ? '有错误：' : ''}${source.title}`}
      sub={`${sourceKindName[source.kind]}，${source.year}年`}
    >
      <div class="columns">
        <div>
          <dl class="facts">
            <Fact name="编号">{source.id}</Fact>
            {source.documentNumber === '' ? null : <Fact name="文号">{source.documentNumber}</Fact>}
            {source.date ? <Fact name="日期">{dayWords(source.date, frame.today)}</Fact> : null}
            {source.from === '' ? null : <Fact name="来自">{source.from}</Fact>}
            <Fact name="谁能看">{readersWords(source.readers, { directory })}</Fact>
            <Fact name="事项">
              <a href={inYear(`/items?area=${source.id}`, source.year)}>{tasks} 项</a>
            </Fact>
            <AnswerFact view={view} frame={frame} />
          </dl>
          <Versions source={source} frame={frame} />
          <SourceHistory {...props} />
        </div>
        {mayInPark(frame.viewer, 'enterPlan') ? (
          <div class="side">
            <ReadersForm {...props} />
            {source.kind === 'hand' ? null : <AnswerForm {...props} />}
          </div>
        ) : null}
      </div>
    </Page>
  );
};

const Versions = ({
  source: { versions },
  frame,
}: {
  readonly source: Source;
  readonly frame: Frame;
}): JSX.Element | null =>
  versions.length === 0 ? null : (
    <section class="section">
      <h2 class="section-title">版本</h2>
      <ul>
        {versions.map(({ number, file, review }) => (
          <li>
            第 {number} 版{file === '' ? '' : `：${file}`}
            {review !== null && maySeeSettings(frame.viewer) ? (
              <>
                {' '}
                <a href={`/plans/${review}`}>核对记录</a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );

const SourceHistory = ({ history, postOf, frame }: Props): JSX.Element | null =>
  history.length === 0 ? null : (
    <section class="section">
      <h2 class="section-title">变动记录</h2>
      <ul>
        {history.toReversed().map(({ at, by, names, what, to, why }) => (
          <li>
            {dateTimeWords(at, frame.timeZone)} {namesWords(names, { own: by }, postOf)} {what}
            {to || why ? `：${to || why}` : ''}
          </li>
        ))}
      </ul>
    </section>
  );

const ReadersForm = ({ view: { source, version }, directory, notTaken }: Props): JSX.Element => {
  const { readers } = source;
  const values: Readonly<Record<string, string>> = {
    readers: readers === null ? 'open' : 'named',
    named: readers === null ? '' : postNames(readers, directory),
  };
  return (
    <section>
      <h2>改谁能看</h2>
      <p class="muted">改了就生效。已经发出的提醒收不回来。</p>
      <SimpleForm
        name="source"
        action={`/sources/${source.id}`}
        hidden={{ version: String(version) }}
        fields={readersFields.map((field) => ({ ...field, value: values[field.name] }))}
        button="保存"
        notTaken={notTaken?.form === 'source' ? notTaken : null}
      />
    </section>
  );
};
