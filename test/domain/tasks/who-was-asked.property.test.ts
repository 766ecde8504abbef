import { fc, test as property } from '@fast-check/vitest';
import { Temporal } from 'temporal-polyfill';
import { describe, expect } from 'vitest';
import { PromiseKind } from '../../../functions/domain/base/promise.ts';
import { Role } from '../../../functions/domain/base/role.ts';
import { decide } from '../../../functions/domain/deadlines/decide.ts';
import { heardBefore } from '../../../functions/domain/deadlines/wakes.ts';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import type { Rules } from '../../../functions/domain/policy/hours.ts';
import type { Policy } from '../../../functions/domain/policy/policy.ts';
import { readPolicy } from '../../../functions/domain/policy/read-policy.ts';
import { moved } from '../../../functions/domain/tasks/moves.ts';
import type { Task } from '../../../functions/domain/tasks/task.ts';
import { aTask, at, day, rules as quiet } from '../../support/builders.ts';

const steps = fc
  .uniqueArray(
    fc.record({
      workingDays: fc.integer({ min: -6, max: 8 }),
      kinds: fc.option(fc.subarray([...PromiseKind.options], { minLength: 1 })),
      to: fc.subarray([...Role.options], { minLength: 1 }),
    }),
    { selector: ({ workingDays }) => workingDays, maxLength: 5 },
  )
  .map((all) =>
    all
      .toSorted((a, b) => a.workingDays - b.workingDays)
      .map(({ kinds, ...step }) => (kinds ? { ...step, kinds } : step)),
  );

const policies = fc.oneof(
  fc.constant(defaultPolicy),
  steps.map(
    (each): Policy =>
      readPolicy(
        { ...defaultPolicy, returns: { ...defaultPolicy.returns, steps: each } },
        'Asia/Shanghai',
      ),
  ),
);

const tasks = fc
  .record({
    kind: fc.constantFrom('milestone' as const, 'standing' as const, 'target' as const),
    recurrence: fc.constantFrom(null, '每周五', '每半月', '每月5日前', '每季度末'),
    handedOver: fc.integer({ min: 0, max: 120 }),
  })
  .map(({ kind, recurrence, handedOver }): Task => {
    const due = kind === 'standing' ? null : day('2023-03-31');
    const since = at('2022-01-04 09:00').add({ hours: 24 * handedOver });
    return aTask({ kind, recurrence, due, assignment: { number: 1, at: since } });
  });

/** What happens next: somebody looks after some hours, or the office or the owner does something. */
const events = fc.array(
  fc.oneof(
    fc.integer({ min: 1, max: 24 * 12 }),
    fc.constantFrom('mornings' as const, 'suspend' as const, 'resume' as const),
    fc.constantFrom('redate' as const, 'report' as const, 'reassign' as const),
  ),
  { minLength: 5, maxLength: 60 },
);

type Act = 'suspend' | 'resume' | 'redate' | 'report' | 'reassign';

/** `task` after a move that its status allows; as it is where that does not. */
function after(task: Task, act: Act, now: Temporal.Instant, rules: Rules): Task {
  const today = now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate();
  const due = today.add({ days: 90 });
  const move = {
    suspend: { act },
    resume: { act, due },
    redate: { act, due },
    report: { act, progress: 10, note: '', evidence: [] },
    reassign: { act, leadUnit: task.leadUnit === '安环局' ? '招商局' : '安环局' },
  }[act];
  const outcome = moved(task, move as Parameters<typeof moved>[1], now, rules);
  return 'task' in outcome ? outcome.task : task;
}

describe('who is told that a return is missing', () => {
  property.prop([policies, tasks, events], { numRuns: 400 })(
    'was asked for it before, for that very return day, and so was the owner of whom it is told',
    (policy, first, happenings) => {
      const rules: Rules = { ...quiet, policies: [{ policy, from: day('2022-01-01') }] };
      let [task, now] = [first, at('2022-01-04 08:00')];
      let heard = heardBefore(task, now, rules);
      const asked = new Set<string>();
      const look = (): void => {
        const decision = decide(task, heard, now, rules);
        const told = decision.notices.flatMap((notice) => {
          const { occasion, post } = notice;
          if (occasion.kind !== 'reportDue') return [];
          return [{ post, of: occasion.of.toString(), order: occasion.order }];
        });
        for (const { of, order } of told) {
          if (order > 0) expect(asked).toContain(`${task.owner} ${of}`);
        }
        for (const { of, order, post } of told) if (order <= 0) asked.add(`${post} ${of}`);
        heard = decision.heard;
      };
      for (const happening of happenings) {
        if (typeof happening === 'number') now = now.add({ hours: happening });
        else if (happening !== 'mornings') task = after(task, happening, now, rules);
        for (let left = happening === 'mornings' ? 12 : 1; left > 0; left -= 1) {
          if (happening === 'mornings') {
            const local = now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().add({ days: 1 });
            now = at(`${local.toString()} 08:00`);
          }
          look();
        }
      }
      expect(Temporal.Instant.compare(now, at('2022-01-04 08:00'))).toBeGreaterThanOrEqual(0);
    },
  );
});
