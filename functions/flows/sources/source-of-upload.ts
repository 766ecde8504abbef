import type { SourceId } from '../../domain/base/ids.ts';
import { isUnderWay, type Review, sourceOfReview } from '../../domain/sources/review.ts';
import type { Source } from '../../domain/sources/source.ts';
import { freeCode, planCode } from '../../domain/sources/source-code.ts';
import { kindOfTitle, sourceKindName } from '../../domain/sources/source-kind.ts';
import { type AboutSource, refusedUpload } from './read-upload.ts';

/** What decides which source an upload belongs to. */
type Ground = {
  readonly year: number;
  readonly title: string;
  readonly about: AboutSource;
  readonly sources: readonly Source[];
  readonly reviews: readonly Review[];
};

/** What a review says of its source. */
export type SourceOfUpload = Pick<
  Review,
  'kind' | 'documentNumber' | 'date' | 'from' | 'readers' | 'answer'
> & {
  readonly source: SourceId;
};

/**
 * The source of an upload: a new version of the one that the office names, else a new source. Only a
 * version is compared with what is registered.
 *
 * @throws {BadInput} if it cannot be told which, or another version of that source is under review.
 */
export function sourceOfUpload(ground: Ground): SourceOfUpload {
  const { about, sources } = ground;
  const { versionOf } = about;
  if (versionOf === undefined) return newSource(ground);
  const source = sources.find(({ id }) => id === versionOf);
  if (!source) {
    throw refusedUpload('来源', `没有编号为 ${versionOf} 的来源`, '请从已有来源里选');
  }
  if (source.year !== ground.year) {
    const message = `《${source.title}》是${source.year}年的，这份写的是${ground.year}年`;
    throw refusedUpload('来源', message, '请核对年度，或作为新的来源上传');
  }
  refuseUnderWay(source.id, ground);
  const { id, kind, documentNumber, date, from } = source;
  return {
    source: id,
    kind,
    documentNumber: about.documentNumber || documentNumber,
    date: about.date ?? date,
    from: about.from || from,
    readers: source.readers,
    ...(about.answer && { answer: about.answer }),
  };
}

/** What a source says of itself where nothing is said of it. */
const nothingSaid = { documentNumber: '', date: null, from: '', readers: null };

function newSource({ year, title, about, sources, reviews }: Ground): SourceOfUpload {
  const kind = about.kind ?? kindOfTitle(title);
  if (about.kind === undefined && kind === 'annualPlan') refuseSecondPlan(year, sources, reviews);
  const underWay = reviews.filter(isUnderWay).map(sourceOfReview);
  const source = freeCode(kind, year, new Set([...sources.map(({ id }) => id), ...underWay]));
  return { ...nothingSaid, ...about, source, kind };
}

/** Whether a second plan of a year replaces the first is for the office to say. */
function refuseSecondPlan(
  year: number,
  sources: readonly Source[],
  reviews: readonly Review[],
): void {
  refuseUnderWay(planCode(year), { year, reviews });
  const plan = sources.find((each) => each.year === year && each.kind === 'annualPlan');
  if (!plan) return;
  const message = `${year}年已有${sourceKindName.annualPlan}《${plan.title}》`;
  throw refusedUpload('来源', message, '请选明：这份是它的新版本，还是另一份来源');
}

/** Two reviews of one source would give the same numbers to different promises. */
function refuseUnderWay(
  source: SourceId,
  { year, reviews }: Pick<Ground, 'year' | 'reviews'>,
): void {
  const other = reviews.find((each) => isUnderWay(each) && sourceOfReview(each) === source);
  if (!other) return;
  const message = `${year}年的“${other.file}”还没有发布`;
  throw refusedUpload('来源', message, '请先发布或放弃那一份，再上传');
}
