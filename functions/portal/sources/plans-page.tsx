import type { JSX } from 'hono/jsx/jsx-runtime';
import { dateTimeWords } from '../../domain/base/words.ts';
import { namesWords } from '../../domain/contacts/named.ts';
import { type Review, reviewStateName } from '../../domain/sources/review.ts';
import type { Source } from '../../domain/sources/source.ts';
import { sourceKindName } from '../../domain/sources/source-kind.ts';
import type { Versioned } from '../../flows/ports.ts';
import type { Frame } from '../http/frame.ts';
import type { NameFinder } from '../ui/names.ts';
import { Page } from '../ui/page.tsx';
import { type NotTaken, NotYours } from '../ui/simple-form.tsx';
import { PasteForm } from './paste-form.tsx';
import { UploadForm } from './upload-form.tsx';

type Props = {
  readonly frame: Frame;
  /** The newest first. */
  readonly reviews: readonly Versioned<Review>[];
  /** What an upload may be a new version of. */
  readonly sources: readonly Source[];
  readonly postOf: NameFinder;
  /** Names the next upload; null for a viewer who may not upload. */
  readonly uploadKey: string | null;
  /** Of a file, at most. */
  readonly megabytes: number;
  readonly notTaken: NotTaken | null;
  /** A text that was pasted and not taken. */
  readonly notPasted: NotTaken | null;
};

/** The documents that were uploaded, and the form for the next one. */
export const PlansPage = ({
  frame,
  reviews,
  postOf,
  uploadKey,
  notPasted,
  ...upload
}: Props): JSX.Element => (
  <Page
    frame={frame}
    title={`${upload.notTaken || notPasted ? '有错误：' : ''}来源`}
    sub="计划、民生实事、会议议定、批示、交办：上传、核对、发布"
  >
    <div class="columns">
      <section>
        <h2 class="section-title">上传过的文件</h2>
        {reviews.length === 0 ? (
          <div class="empty">
            <b>还没有上传过文件</b>
            <p>上传以后先读成草稿，逐条核对、定好单位和期限再发布；发布以前谁也不会收到提醒。</p>
          </div>
        ) : (
          <List frame={frame} reviews={reviews} postOf={postOf} />
        )}
        <Sources sources={upload.sources} />
      </section>
      <div class="side">
        <section>
          <h2>上传文件</h2>
          {uploadKey === null ? (
            <NotYours
              name="upload"
              words="由园区办上传。"
              notTaken={upload.notTaken ?? notPasted}
            />
          ) : (
            <UploadForm uploadKey={uploadKey} {...upload} />
          )}
        </section>
        {uploadKey === null ? null : (
          <section id="paste">
            <h2>粘贴文字</h2>
            <PasteForm pasteKey={uploadKey} sources={upload.sources} notTaken={notPasted} />
          </section>
        )}
      </div>
    </div>
  </Page>
);

/** Every source, each with its page. */
const Sources = ({ sources }: Pick<Props, 'sources'>): JSX.Element | null =>
  sources.length === 0 ? null : (
    <>
      <h2 class="section-title">已登记的来源</h2>
      <ul>
        {sources.map(({ id, title, kind, year, readers }) => (
          <li>
            <a href={`/sources/${id}`}>{title}</a> {sourceKindName[kind]}，{year}年
            {readers === null ? '' : '，不公开'}
          </li>
        ))}
      </ul>
    </>
  );

const List = ({
  frame: { timeZone },
  reviews,
  postOf,
}: Pick<Props, 'frame' | 'reviews' | 'postOf'>): JSX.Element => (
  <table class="records">
    <thead>
      <tr>
        <th class="short-column" scope="col">
          年度
        </th>
        <th scope="col">文件</th>
        <th class="short-column" scope="col">
          状态
        </th>
        <th scope="col">最近办理</th>
      </tr>
    </thead>
    <tbody>
      {reviews.map(
        ({
          value: { id, year, kind, title, file, state },
          lastChange: { at, by, names, what },
        }) => (
          <tr>
            <td class="number">{year}</td>
            <td class="title">
              <a href={`/plans/${id}`}>{title}</a>
              <span class="why">
                {sourceKindName[kind]} · {file}
              </span>
            </td>
            <td>{reviewStateName[state]}</td>
            <td>
              {dateTimeWords(at, timeZone)} {namesWords(names, { own: by }, postOf)} {what}
            </td>
          </tr>
        ),
      )}
    </tbody>
  </table>
);
