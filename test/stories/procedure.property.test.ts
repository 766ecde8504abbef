import { fc, test as property } from '@fast-check/vitest';
import { Temporal } from 'temporal-polyfill';
import { describe, expect } from 'vitest';
import { BadInput } from '../../functions/domain/base/problems.ts';
import {
  stateCouncilCalendar,
  workingDayAfter,
} from '../../functions/domain/calendar/working-calendar.ts';
import { escalationsIn } from '../../functions/domain/messages/escalations.ts';
import { proofsOf } from '../../functions/domain/messages/proof.ts';
import { defaultPolicy } from '../../functions/domain/policy/default-policy.ts';
import type { Act } from '../../functions/domain/tasks/move.ts';
import { statusName } from '../../functions/domain/tasks/task-status.ts';
import { aTask, contactsOf, rules } from '../support/builders.ts';
import { taskId } from '../support/ids.ts';
import { changeTask } from '../support/requests.ts';
import { newWorld, settleIn, type World } from '../support/world.ts';
import { climbsRightly, isHeard, movedBy, pastWakes, toldToUnit } from './procedure.climb.ts';
import { dyingAt, looks } from './procedure.looks.ts';
import {
  isAllowed,
  type Model,
  moveOf,
  noClimb,
  noted,
  owners,
  procedure,
} from './procedure.model.ts';
import { NodeMaking, nodeActs, nodesHold } from './procedure.nodes.ts';
import { askedBeforeNamed } from './procedure.returns.ts';
import { Signing } from './procedure.signing.ts';

const TASK = 'lx22-071';

type Step = fc.AsyncCommand<Model, World>;

/** Somebody makes a move: it is made, or it is refused and nothing changes. */
class Making implements Step {
  readonly act: Act;
  readonly isRight: boolean;
  constructor(act: Act, isRight: boolean) {
    this.act = act;
    this.isRight = isRight;
  }
  check = (): boolean => true;
  async run(model: Model, world: World): Promise<void> {
    const { by } = procedure[this.act];
    const right = by === 'office' ? 'office' : owners[model.unit];
    const wrong = by === 'office' ? owners[model.unit] : 'principal';
    const mover = {
      park: 'linxiang',
      task: taskId(TASK),
      by: this.isRight ? right : wrong,
      why: '说明',
      via: '测试',
    };
    const making = changeTask(mover, moveOf(this.act, model), world.ports);
    if (this.isRight && isAllowed(model, this.act)) {
      const before = statusName[model.status];
      await making;
      noted(model, this.act);
      movedBy(this.act, model, world);
      await this.isOnRecord(before, right, world);
      expect(world.stored(TASK)?.version).toBe(model.changes);
    } else {
      await expect(making).rejects.toThrow(BadInput);
    }
    await holds(model, world);
  }
  async isOnRecord(before: string, by: string, world: World): Promise<void> {
    const [last] = (await world.register.history('linxiang', taskId(TASK))).slice(-1);
    expect(last).toMatchObject({ by, via: '测试', why: '说明', onBehalfOf: null });
    const now = statusName[world.stored(TASK)?.task.status ?? 'closed'];
    if (before === now || this.act === 'reassign') return;
    expect(last?.from).toBe(before);
    expect(last?.to.split('，')[0]).toBe(now);
  }
  toString = (): string => `${this.isRight ? '' : 'wrongly '}${this.act}`;
}

/** Time passes, then the park is looked at; the process may die at some call, and then nobody looks until later. */
class Passing implements Step {
  readonly hours: number;
  readonly fatal: number | null;
  readonly look: 'wake' | 'sweep' | 'reconcile';
  constructor(hours: number, fatal: number | null, look: 'wake' | 'sweep' | 'reconcile') {
    this.hours = hours;
    this.fatal = fatal;
    this.look = look;
  }
  check = (): boolean => true;
  async run(model: Model, world: World): Promise<void> {
    model.local = model.local.add({ hours: this.hours });
    world.goTo(model.local.toString({ smallestUnit: 'minute' }).replace('T', ' '));
    const before = world.deliveries.length;
    await looks[this.look](dyingAt(this.fatal, world.ports)).catch(() => undefined);
    toldToUnit(model, world, before);
    climbsRightly(model, world, before);
    await holds(model, world);
  }
  toString = (): string =>
    `${this.look} after ${this.hours} h${this.fatal ? `, dies at ${this.fatal}` : ''}`;
}

/** Some working mornings on which all goes well. */
class Mornings implements Step {
  readonly count: number;
  constructor(count: number) {
    this.count = count;
  }
  check = (): boolean => true;
  async run(model: Model, world: World): Promise<void> {
    for (let left = this.count; left > 0; left -= 1) {
      const day = workingDayAfter(model.local.toPlainDate(), 1, stateCouncilCalendar);
      model.local = day.toPlainDateTime('08:00');
      await new Passing(0, null, 'wake').run(model, world);
    }
  }
  toString = (): string => `${this.count} mornings`;
}

/** What is true whatever happened. */
async function holds(model: Model, world: World): Promise<void> {
  const stored = world.stored(TASK);
  expect(stored?.task.status).toBe(model.status);
  expect(stored?.task.leadUnit).toBe(model.unit);
  expect(stored?.task.due).toEqual(model.due);
  expect(String(stored?.task.originalDue)).toBe('2022-06-30');
  const history = await world.register.history('linxiang', taskId(TASK));
  expect(history.map(({ version }) => version)).toEqual(
    Array.from({ length: model.changes }, (_, at) => at + 1),
  );
  const told = world.deliveries.map(({ contact, key }) => `${contact} ${key}`);
  expect(new Set(told).size).toBe(told.length);
  askedBeforeNamed(world);
  const digests = world.digests();
  const escalations = escalationsIn(digests, rules);
  const proofs = digests.flatMap((digest) => proofsOf(digest, escalations));
  const dispatched = proofs.filter(({ fate }) => fate === 'dispatched');
  const ofTask = world.deliveries.filter(({ key }) => key.startsWith(TASK));
  await nodesHold(model, world);
  expect(dispatched).toHaveLength(ofTask.length);
}

const acts = Object.keys(procedure) as Act[];

const steps = fc.commands<Model, World, false>(
  [
    fc
      .tuple(fc.constantFrom(...acts), fc.integer({ min: 0, max: 9 }))
      .map(([act, luck]): Step => new Making(act, luck > 0)),
    fc
      .tuple(
        fc.oneof(fc.constant(24), fc.integer({ min: 1, max: 200 })),
        fc.option(fc.integer({ min: 1, max: 40 }), { freq: 2 }),
        fc.constantFrom<'wake' | 'sweep' | 'reconcile'>('wake', 'wake', 'sweep', 'reconcile'),
      )
      .map(([hours, fatal, look]): Step => new Passing(hours, fatal, look)),
    fc
      .tuple(fc.constantFrom(...nodeActs), fc.nat(3))
      .map(([act, which]): Step => new NodeMaking(act, which)),
    fc.integer({ min: 1, max: 6 }).map((count): Step => new Mornings(count)),
    fc.constant<Step>(new Signing(holds)),
  ],
  { maxCommands: 40, size: 'max' },
);

describe('the procedure, whatever is done in whatever order', () => {
  property.prop([steps], { numRuns: 80 })(
    'reaches no illegal state, loses no change, tells nobody twice or wrongly, and proves it all',
    async (commands) => {
      const world = newWorld();
      const start = Temporal.PlainDateTime.from('2022-06-16T08:00');
      world.goTo('2022-06-16 08:00');
      await settleIn(world, [aTask()], contactsOf('安环局', '招商局'), defaultPolicy);
      const model: Model = {
        status: 'inProgress',
        unit: '安环局',
        isAsking: false,
        isDisowned: false,
        due: Temporal.PlainDate.from('2022-06-30'),
        plan: 2022,
        changes: 1,
        local: start,
        climb: noClimb(),
        nodes: [],
      };
      await fc.asyncModelRun(() => ({ model, real: world }), commands);
      await settlesDown(model, world);
    },
    240_000,
  );
});

/** After all that, one quiet morning finishes whatever a death left behind: no past wake is left. */
async function settlesDown(model: Model, world: World): Promise<void> {
  const morning = workingDayAfter(model.local.toPlainDate(), 1, stateCouncilCalendar);
  const from = morning.toPlainDateTime('10:00');
  for (const [at, look] of (['reconcile', 'sweep', 'sweep'] as const).entries()) {
    model.local = from.add({ minutes: at * 20 });
    await new Passing(0, null, look).run(model, world);
  }
  expect(pastWakes(world)).toEqual([]);
  isHeard(model, world);
}
