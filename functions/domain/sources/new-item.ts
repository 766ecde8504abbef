import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { PostId } from '../base/ids.ts';
import { Day, Evidence, Label, OneLine, Title } from '../base/parsing.ts';
import { PromiseKind } from '../base/promise.ts';
import { EnteredSource } from './entered-source.ts';
import { isKnownPlace, placeFilterIn } from './place.ts';
import type { Source } from './source.ts';
import { SourceAnswer } from './source-answer.ts';

/** Kinds of items that can be entered without figures. */
const ItemKind = PromiseKind.extract(['milestone', 'standing']);

/** An item as the office enters it by hand. */
export const NewItem = z.object({
  title: Title,
  leadUnit: Label,
  supportingUnits: z.array(Label).max(20, '至多 20 个').default([]),
  /** Null for none. */
  due: Day.nullable().default(null),
  kind: ItemKind.default('milestone'),
  source: EnteredSource.default({ kind: 'hand' }),
  /** Key of the area that it stands under, `p22.3`; empty for none. */
  place: z
    .string()
    .regex(/^([a-z]\d{2}[a-z]*\.\d{1,2})?$/u, '应写成 p22.3')
    .default(''),
  /** Posts that may see it; null for everybody. */
  readers: z.array(OneLine.brand<'PostId'>()).max(30, '至多 30 个').nullable().default(null),
  /** What is to be reported on its source; null where nothing is, or it is entered already. */
  answer: SourceAnswer.nullable().default(null),
  /** Links to what explains it. */
  attachments: z.array(Evidence).max(10, '至多 10 个').default([]),
});
export type NewItem = z.infer<typeof NewItem>;

/** Fields of a {@link NewItem} that somebody may have to change. */
type ItemField = 'title' | 'leadUnit' | 'due' | 'date' | 'place' | 'readers' | 'answer';

/** What is wrong with an item, by field. */
export type NewItemFault = { readonly field: ItemField; readonly message: string };

/** What an item is checked against. */
type ItemGround = {
  readonly today: Temporal.PlainDate;
  readonly sources: readonly Source[];
  readonly hasOwner: (unit: string) => boolean;
  readonly holds: (post: PostId) => boolean;
};

/** Everything that keeps `item` from being registered. */
export const faultsOfItem = (item: NewItem, ground: ItemGround): readonly NewItemFault[] =>
  [unownedUnit, dueOfStanding, dateAhead, unknownPlace, unknownReader, wrongAnswer].flatMap(
    (check) => check(item, ground) ?? [],
  );

type ItemCheck = (item: NewItem, ground: ItemGround) => NewItemFault | undefined;

const unownedUnit: ItemCheck = ({ leadUnit }, { hasOwner }) =>
  hasOwner(leadUnit)
    ? undefined
    : { field: 'leadUnit', message: `${leadUnit}没有责任人，请先在通讯录里设一个，或另选单位` };

const unknownReader: ItemCheck = ({ readers }, { holds }) => {
  const unknown = (readers ?? []).find((post) => !holds(post));
  return unknown === undefined
    ? undefined
    : { field: 'readers', message: `通讯录里没有“${unknown}”这个岗位，请核对后再填` };
};

const wrongAnswer: ItemCheck = ({ answer, source }, { today }) => {
  if (answer === null) return undefined;
  if (source.kind === 'hand') {
    return { field: 'answer', message: '没有来源的事项不用报送，请先选来源' };
  }
  const { due } = answer;
  return Temporal.PlainDate.compare(due, today) < 0
    ? { field: 'answer', message: `报送日期${due.month}月${due.day}日已经过去，请填今天或以后` }
    : undefined;
};

const dueOfStanding: ItemCheck = ({ kind, due }) =>
  kind === 'standing' && due !== null
    ? { field: 'due', message: '长期工作没有期限，请不填期限，或把类别改为里程碑' }
    : undefined;

const dateAhead: ItemCheck = ({ source }, { today }) => {
  const date = 'date' in source ? source.date : null;
  return date && Temporal.PlainDate.compare(date, today) > 0
    ? { field: 'date', message: `${date.month}月${date.day}日还没有到，请填文件当天的日期` }
    : undefined;
};

const unknownPlace: ItemCheck = ({ place }, { sources }) =>
  place === '' || isKnownPlace(placeFilterIn(place) ?? {}, sources)
    ? undefined
    : { field: 'place', message: '没有这项工作，请从所属工作里选' };
