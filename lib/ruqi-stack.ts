import { Annotations, CfnOutput, Stack, type StackProps, Tags } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import type { Environment } from '../functions/runtime/settings.ts';
import { capabilitiesOf } from './capabilities.ts';
import { ContactSubscriptions } from './constructs/contact-subscriptions.ts';
import { DeadLetters } from './constructs/dead-letters.ts';
import { FrontDoor } from './constructs/front-door.ts';
import { NoticeTopic } from './constructs/notice-topic.ts';
import { OpsTopic } from './constructs/ops-topic.ts';
import { Overview } from './constructs/overview.ts';
import { ParkFunction } from './constructs/park-function.ts';
import { Portal } from './constructs/portal.ts';
import { RecurringCalls } from './constructs/recurring-calls.ts';
import { RegisterTable } from './constructs/register-table.ts';
import { Slots } from './constructs/slots.ts';
import { WakeQueue } from './constructs/wake-queue.ts';
import { type Watched, Watchers } from './constructs/watchers.ts';
import type { Stage } from './stage.ts';

export type RuqiStackProps = StackProps & { readonly stage: Stage };

/** One stage of Ruqi: the register, the topic, what wakes, sweeps and reconciles, and who watches it. */
export class RuqiStack extends Stack {
  readonly #register: RegisterTable;
  readonly #topic: NoticeTopic;
  readonly #subscriptions: ContactSubscriptions;
  readonly #wakeQueue: WakeQueue;
  readonly #slots: Slots;
  /** Of the functions that a recurring schedule calls: of the schedule, and of the function itself. */
  readonly #callsDead: DeadLetters;
  readonly #relays: Stage['relays'];
  /** Nothing faces the internet without it. */
  readonly #door: FrontDoor | undefined;

  constructor(scope: Construct, id: string, { stage, ...props }: RuqiStackProps) {
    super(scope, id, props);
    this.#register = new RegisterTable(this, 'Register');
    this.#topic = new NoticeTopic(this, 'Notices');
    this.#subscriptions = new ContactSubscriptions(this, 'Subscriptions', this.#topic);
    this.#wakeQueue = new WakeQueue(this, 'WakeQueue');
    this.#slots = new Slots(this, 'Slots', this.#wakeQueue);
    this.#callsDead = new DeadLetters(this, 'CallsDead');
    const { logDays, relays, portal: faces } = stage;
    this.#relays = relays;
    this.#door = faces && new FrontDoor(this, 'FrontDoor', { logDays, name: faces.domain });

    const functions = this.#functions(stage.logDays);
    this.#grant(functions);
    const portal = this.#portal(stage);
    const { wake, ...called } = functions;
    wake.addEventSource(
      new SqsEventSource(this.#wakeQueue, { batchSize: 5, reportBatchItemFailures: true }),
    );
    new RecurringCalls(this, 'Calls', {
      functions: called,
      deadLetters: this.#callsDead,
      timeZone: stage.timeZone,
    });
    this.#watch({ ...functions, ...(portal && { portal }) }, stage.opsMail);
    this.#describe(stage);
  }

  #functions(logDays: Stage['logDays']): Functions {
    const environment = this.#environment();
    const common = { environment, logDays };
    const called = { ...common, deadLetters: this.#callsDead };
    return {
      wake: new ParkFunction(this, 'Wake', { handler: 'wake', ...common }),
      sweep: new ParkFunction(this, 'Sweep', { handler: 'sweep', ...called }),
      reconcile: new ParkFunction(this, 'Reconcile', { handler: 'reconcile', ...called }),
      subscribe: new ParkFunction(this, 'Subscribe', { handler: 'subscribe', ...called }),
      vitals: new ParkFunction(this, 'Vitals', { handler: 'vitals', ...called }),
    };
  }

  #portal({ portal: settings, logDays }: Stage): ParkFunction | undefined {
    if (!settings) return undefined;
    const environment = this.#environment();
    const portal = new Portal(this, 'Portal', { environment, logDays, settings });
    this.#register.grantRecords(portal);
    this.#slots.grantEnsure(portal);
    this.#wakeQueue.grantWakeSoon(portal);
    this.#topic.grantNotices(portal);
    this.#subscriptions.grantSubscribe(portal);
    this.#door?.leadTo(portal);
    return portal;
  }

  /** What every function is told, and an operator's command line reads. */
  #environment(): Environment {
    return {
      TABLE_NAME: this.#register.tableName,
      TOPIC_ARN: this.#topic.topicArn,
      SUBSCRIPTION_DEAD_LETTER_ARN: this.#subscriptions.deadLetters.queueArn,
      SLOT_GROUP: this.#slots.group.scheduleGroupName,
      SLOT_ROLE_ARN: this.#slots.role.roleArn,
      WAKE_QUEUE_ARN: this.#wakeQueue.queueArn,
      WAKE_QUEUE_URL: this.#wakeQueue.queueUrl,
      RELAYS: this.#relays.join(','),
      SLOT_DEAD_LETTER_ARN: this.#slots.deadLetters.queueArn,
      PORTAL_ADDRESS: this.#door?.address ?? '',
    };
  }

  /** Who may do what, in one place. */
  #grant({ wake, sweep, reconcile, subscribe, vitals }: Functions): void {
    for (const run of [wake, sweep, reconcile]) {
      this.#register.grantRecords(run);
      this.#slots.grantEnsure(run);
      this.#topic.grantNotices(run);
    }
    this.#register.grantWrite(subscribe);
    this.#subscriptions.grantSubscribe(subscribe);
    this.#register.grantLook(vitals);
    this.#slots.grantList(vitals);
  }

  #watch(functions: Watched['functions'], opsMail: readonly string[]): void {
    const watched: Watched = {
      ops: new OpsTopic(this, 'Ops', opsMail),
      functions,
      deadLetters: {
        WakeQueue: this.#wakeQueue.deadLetters,
        Slots: this.#slots.deadLetters,
        Calls: this.#callsDead,
        Subscriptions: this.#subscriptions.deadLetters,
      },
    };
    new Overview(this, 'Overview', watched, new Watchers(this, 'Watchers', watched));
  }

  #describe({ tags }: Stage): void {
    const { missing, untagged } = capabilitiesOf(this.region);
    for (const [key, value] of Object.entries(tags)) {
      Tags.of(this).add(key, value, { excludeResourceTypes: [...untagged] });
    }
    missing.forEach((each, number) => {
      Annotations.of(this).addInfoV2(`ruqi:missing-${number}`, `${this.region}：${each}`);
    });
    const deadLetters = {
      WakeQueue: this.#wakeQueue.deadLetters.queueUrl,
      Slots: this.#slots.deadLetters.queueUrl,
      Calls: this.#callsDead.queueUrl,
      Subscriptions: this.#subscriptions.deadLetters.queueUrl,
    };
    const outputs = {
      Settings: this.toJsonString(this.#environment()),
      DeadLetters: this.toJsonString(deadLetters),
      WakeQueueUrl: this.#wakeQueue.queueUrl,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}

type Functions = {
  readonly wake: ParkFunction;
  readonly sweep: ParkFunction;
  readonly reconcile: ParkFunction;
  readonly subscribe: ParkFunction;
  readonly vitals: ParkFunction;
};
