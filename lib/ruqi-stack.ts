import { Stack, type StackProps } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Environment } from '../functions/runtime/settings.ts';
import { Alarms, type Monitored } from './constructs/alarms.ts';
import { ContactSubscriptions } from './constructs/contact-subscriptions.ts';
import { DeadLetters } from './constructs/dead-letters.ts';
import { FrontDoor } from './constructs/front-door.ts';
import { NoticeTopic } from './constructs/notice-topic.ts';
import { OpsTopic } from './constructs/ops-topic.ts';
import { Overview } from './constructs/overview.ts';
import { PortalFunction } from './constructs/portal-function.ts';
import { RecurringCalls } from './constructs/recurring-calls.ts';
import { RegisterTable } from './constructs/register-table.ts';
import { SlotSchedules } from './constructs/slot-schedules.ts';
import { WakeQueue } from './constructs/wake-queue.ts';
import { addOutputs, tagStack } from './describe-stack.ts';
import type { StageConfig } from './stage-config.ts';
import { type StageFunctions, stageFunctions } from './stage-functions.ts';

export type RuqiStackProps = StackProps & { readonly stage: StageConfig };

/** One stage of Ruqi: the table, the topic, the functions with their schedules, and the alarms. */
export class RuqiStack extends Stack {
  readonly #register: RegisterTable;
  readonly #topic: NoticeTopic;
  readonly #subscriptions: ContactSubscriptions;
  readonly #wakeQueue: WakeQueue;
  readonly #slots: SlotSchedules;
  /** Calls that a recurring schedule could not deliver, and events that the function failed on. */
  readonly #callsDead: DeadLetters;
  readonly #relays: StageConfig['relays'];
  /** Without it, nothing is exposed to the internet. */
  readonly #door: FrontDoor | undefined;

  constructor(scope: Construct, id: string, { stage, ...props }: RuqiStackProps) {
    super(scope, id, props);
    this.#register = new RegisterTable(this, 'Register');
    this.#topic = new NoticeTopic(this, 'Notices');
    this.#subscriptions = new ContactSubscriptions(this, 'Subscriptions', this.#topic);
    this.#wakeQueue = new WakeQueue(this, 'WakeQueue');
    this.#slots = new SlotSchedules(this, 'Slots', this.#wakeQueue);
    this.#callsDead = new DeadLetters(this, 'CallsDead');
    const { logDays, relays, portal: faces } = stage;
    this.#relays = relays;
    this.#door = faces && new FrontDoor(this, 'FrontDoor', { logDays, name: faces.domain });

    const common = { environment: this.#environment(), logDays };
    const functions = stageFunctions(this, common, this.#callsDead);
    this.#grant(functions);
    const portal = this.#portal(stage);
    const { wake, health, ...others } = functions;
    wake.addEventSource(
      new SqsEventSource(this.#wakeQueue, { batchSize: 5, reportBatchItemFailures: true }),
    );
    new RecurringCalls(this, 'Calls', {
      functions: { ...others, health },
      deadLetters: this.#callsDead,
      timeZone: stage.timeZone,
    });
    // The keys are part of the deployed names of alarms: health keeps the one it was deployed with.
    const monitored = { wake, ...others, vitals: health, ...(portal && { portal }) };
    this.#monitor(monitored, stage.opsMail);
    tagStack(this, stage.tags);
    addOutputs(this, this.#environment(), this.#deadLetters());
  }

  #portal({ portal: settings, logDays }: StageConfig): PortalFunction | undefined {
    if (!settings) return undefined;
    const environment = this.#environment();
    const portal = new PortalFunction(this, 'Portal', { environment, logDays, settings });
    this.#register.grantRecords(portal);
    this.#slots.grantEnsure(portal);
    this.#wakeQueue.grantWakeSoon(portal);
    this.#topic.grantNotices(portal);
    this.#subscriptions.grantSubscribe(portal);
    this.#door?.leadTo(portal);
    return portal;
  }

  /** The environment of every function, which an operator's command line reads as well. */
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

  /** All permissions of the functions, in one place. */
  #grant({ wake, sweep, reconcile, subscribe, health }: StageFunctions): void {
    for (const run of [wake, sweep, reconcile]) {
      this.#register.grantRecords(run);
      this.#slots.grantEnsure(run);
      this.#topic.grantNotices(run);
    }
    this.#register.grantWrite(subscribe);
    this.#subscriptions.grantSubscribe(subscribe);
    this.#register.grantLook(health);
    this.#slots.grantList(health);
  }

  #monitor(functions: Monitored['functions'], opsMail: readonly string[]): void {
    const monitored: Monitored = {
      ops: new OpsTopic(this, 'Ops', opsMail),
      functions,
      deadLetters: this.#deadLetters(),
    };
    new Overview(this, 'Overview', monitored, new Alarms(this, 'Watchers', monitored));
  }

  /** The dead-letter queues by their names for operators, which are part of alarm names too. */
  #deadLetters(): Readonly<Record<string, IQueue>> {
    return {
      WakeQueue: this.#wakeQueue.deadLetters,
      Slots: this.#slots.deadLetters,
      Calls: this.#callsDead,
      Subscriptions: this.#subscriptions.deadLetters,
    };
  }
}
