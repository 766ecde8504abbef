import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { PassageText } from '../../functions/domain/base/parsing.ts';
import { Contact } from '../../functions/domain/contacts/contact.ts';
import { FundingStep, Instrument } from '../../functions/domain/funding/funding.ts';
import { Demands } from '../../functions/domain/papers/demands.ts';
import { Enterprise, Project } from '../../functions/domain/targets/project-list.ts';
import { Target } from '../../functions/domain/targets/target.ts';
import { RegisterRow } from '../../functions/domain/tasks/register-row.ts';
import { operations } from '../../functions/portal/operations.ts';
import { within } from '../support/schemas.ts';

/** Words with a line of their own, a turned one, and characters that nobody sees. */
const EVIL = '甲\n查看：\u202ehttps://evil.example\u200b\u2028期限：乙\u0007';

const isSeen = (text: string): boolean => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text);

/** The fields of `schema` that take {@link EVIL} and leave in it what is no line of seen characters. */
const openIn = (name: string, schema: z.ZodType): readonly string[] =>
  within(schema).flatMap(({ path, schema: field }) => {
    const parsed = field.safeParse(EVIL);
    const isOpen = parsed.success && typeof parsed.data === 'string' && !isSeen(parsed.data);
    return isOpen ? [`${name} ${path}`] : [];
  });

describe('what somebody types', () => {
  it('comes in as one line through every call of the API', () => {
    const open = operations.flatMap(({ operationId, query, body }) => [
      ...(query ? openIn(operationId, query) : []),
      ...(body ? openIn(operationId, body.schema) : []),
    ]);
    expect(open.toSorted()).toEqual([
      // Names of what is there, by which nothing else is found; demands and notices are paragraphs.
      // Words of a text are looked up in it as they stand.
      'addDraft words',
      'amendDrafts drafts.draft',
      'enterHolidays text',
      'issueBulletin demands',
      'issueBulletin seen',
      'listDrafts cursor',
      'listItems cursor',
      'listMessages cursor',
      'mergeDrafts into',
      'readNotice text',
      'readPlanText cursor',
      'setStandIn standIn',
      'settleChanges changes.task',
      'splitItem promise',
      'uploadPlan text',
    ]);
  });

  it('comes in as one line through every row of a file', () => {
    const rows = {
      RegisterRow,
      Contact,
      Project,
      Enterprise,
      Instrument,
      Step: FundingStep,
      Target,
    };
    const open = Object.entries(rows).flatMap(([name, row]) => openIn(name, row));
    // Names that the program gives, or of what is there.
    const isName = (field: string): boolean =>
      / (id|park|instrument|project|blockedBy)$/.test(field);
    // A stretch of a plan has the lines of the plan.
    expect(open.filter((field) => !isName(field))).toEqual(['RegisterRow quote']);
    expect(isSeen(PassageText.parse(EVIL).replace('\n', ''))).toBe(true);
  });

  it('of a bulletin is paragraphs of seen characters', () => {
    const [first = '', second = '', ...rest] = Demands.parse(EVIL).split('\n');
    expect([isSeen(first), isSeen(second), rest]).toEqual([true, true, []]);
    expect(second).toBe('查看：https://evil.example 期限：乙');
  });
});
