import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge, wildcardFinding } from '../acknowledge.ts';
import { DeadLetters } from './dead-letters.ts';

/**
 * The group of the one-off schedules, and the role with which EventBridge Scheduler sends to the wake
 * queue. The role trusts the group as a whole: trusting single schedules would limit the account to 50
 * invocations per second. The group is deleted with the stack, as its fixed name would block the next
 * deployment; reconcile creates the slots again.
 */
export class SlotSchedules extends Construct {
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

  /** Lets `grantee` create schedules in this group, with this role only. */
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

  /** Lets `grantee` list schedules. */
  grantList(grantee: IFunction): void {
    grantee.addToRolePolicy(
      new PolicyStatement({ actions: ['scheduler:ListSchedules'], resources: ['*'] }),
    );
    acknowledge(grantee.role ?? grantee, {
      [wildcardFinding(this, '*')]: 'Listing schedules knows no resource to name in a policy.',
    });
  }
}
