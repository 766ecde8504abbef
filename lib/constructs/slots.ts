import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge, wildcardFinding } from '../acknowledge.ts';
import { DeadLetters } from './dead-letters.ts';

/**
 * The one group that the one-off schedules live in, and the role that EventBridge Scheduler takes
 * on to call the wake queue. Its trust names the group: one that named single schedules would leave
 * the account at 50 calls a second. The group goes with the stack: its name is fixed, so that one
 * left behind would be in the way of the next deployment, and reconcile makes every slot again.
 */
export class Slots extends Construct {
  readonly group: ScheduleGroup;
  readonly role: Role;
  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, wakeQueue: IQueue) {
    super(scope, id);
    this.group = new ScheduleGroup(this, 'Group', { removalPolicy: RemovalPolicy.DESTROY });
    this.deadLetters = new DeadLetters(this, 'Dead');
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: {
            'aws:SourceAccount': Stack.of(this).account,
            'aws:SourceArn': this.group.scheduleGroupArn,
          },
        },
      }),
    });
    for (const queue of [wakeQueue, this.deadLetters]) {
      this.role.addToPolicy(
        new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }),
      );
    }
  }

  /** Lets `grantee` make slots of this group, with this role and no other. */
  grantEnsure(grantee: IFunction): void {
    const schedules = Stack.of(this).formatArn({
      service: 'scheduler',
      resource: 'schedule',
      resourceName: `${this.group.scheduleGroupName}/*`,
    });
    grantee.addToRolePolicy(
      new PolicyStatement({ actions: ['scheduler:CreateSchedule'], resources: [schedules] }),
    );
    grantee.addToRolePolicy(
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [this.role.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
      }),
    );
    acknowledge(grantee.role ?? grantee, {
      [wildcardFinding(this, schedules)]: 'Slots are named when they are made; the group is ours.',
    });
  }

  /** Lets `grantee` see which slots there are. */
  grantList(grantee: IFunction): void {
    grantee.addToRolePolicy(
      new PolicyStatement({ actions: ['scheduler:ListSchedules'], resources: ['*'] }),
    );
    acknowledge(grantee.role ?? grantee, {
      [wildcardFinding(this, '*')]: 'Listing schedules knows no resource to name in a policy.',
    });
  }
}
