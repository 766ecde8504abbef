import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Condition, TableItem } from './item-store.ts';

/** Names and values of one expression: every attribute by a name of its own, as some are reserved words. */
type Terms = {
  readonly name: (attribute: string) => string;
  readonly value: (value: unknown) => string;
  readonly all: () => {
    readonly ExpressionAttributeNames?: Record<string, string>;
    readonly ExpressionAttributeValues?: Record<string, unknown>;
  };
};

function newTerms(): Terms {
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const isEmpty = (record: object): boolean => Object.keys(record).length === 0;
  return {
    name: (attribute) => {
      names[`#${attribute}`] = attribute;
      return `#${attribute}`;
    },
    value: (value) => {
      const term = `:v${Object.keys(values).length}`;
      values[term] = value;
      return term;
    },
    all: () => ({
      ...(!isEmpty(names) && { ExpressionAttributeNames: names }),
      ...(!isEmpty(values) && { ExpressionAttributeValues: values }),
    }),
  };
}

/** `condition` as a write asks for it; nothing for a write without one. */
export function conditionOf(condition: Condition): Pick<
  QueryCommandInput,
  'ExpressionAttributeNames'
> & {
  readonly ConditionExpression?: string;
} {
  const terms = newTerms();
  const expression = expressionOf(condition, terms);
  return expression === '' ? {} : { ConditionExpression: expression, ...terms.all() };
}

/**
 * An equation alone leans on how an engine takes a missing attribute, so that the item's own
 * existence is asked for, too.
 */
function expressionOf(condition: Condition, { name, value }: Terms): string {
  const alternatives = condition.map((expected) => {
    if (expected === 'absent') return `attribute_not_exists(${name('pk')})`;
    const equations = Object.entries(expected).map(([attribute, wanted]) =>
      wanted === undefined
        ? `attribute_not_exists(${name(attribute)})`
        : `attribute_exists(${name(attribute)}) AND ${name(attribute)} = ${value(wanted)}`,
    );
    return [`attribute_exists(${name('pk')})`, ...equations].join(' AND ');
  });
  return alternatives.map((alternative) => `(${alternative})`).join(' OR ');
}

/** Sets `attributes`, and removes those that are undefined, on `condition`. */
export function updateOf(
  attributes: TableItem,
  condition: Condition,
): { readonly UpdateExpression: string; readonly ConditionExpression: string } {
  const terms = newTerms();
  const entries = Object.entries(attributes);
  const set = entries.filter(([, value]) => value !== undefined);
  const gone = entries.filter(([, value]) => value === undefined);
  const changes = [
    set.length > 0 &&
      `SET ${set.map(([each, value]) => `${terms.name(each)} = ${terms.value(value)}`).join(', ')}`,
    gone.length > 0 && `REMOVE ${gone.map(([each]) => terms.name(each)).join(', ')}`,
  ];
  return {
    UpdateExpression: changes.filter((change) => change !== false).join(' '),
    ConditionExpression: expressionOf(condition, terms),
    ...terms.all(),
  };
}
