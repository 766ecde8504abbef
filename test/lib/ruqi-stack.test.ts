import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { LEASE } from '../../functions/domain/digest.ts';
import { tableDefinition } from '../../functions/register/table.ts';
import { RUN_TIMEOUT } from '../../lib/constructs/park-function.ts';
import { RuqiStack } from '../../lib/ruqi-stack.ts';

const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
const stack = new RuqiStack(app, 'Test', { timeZone: 'Asia/Shanghai' });
const template = Template.fromStack(stack);

type Statement = {
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
  Effect: string;
};

/** The statements of the policies of the role whose logical id begins with `owner`. */
function statementsOf(owner: string): readonly Statement[] {
  const policies = Object.values(template.findResources('AWS::IAM::Policy'));
  return policies
    .filter(({ Properties }) => JSON.stringify(Properties.Roles).includes(`"${owner}`))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
}

describe('the register', () => {
  it('is kept when the stack goes, can be restored to any second, and is paid by use', () => {
    template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      },
    });
  });

  it('is the table that the register room is written for', () => {
    const { KeySchema, GlobalSecondaryIndexes, AttributeDefinitions = [] } = tableDefinition('any');
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      KeySchema,
      GlobalSecondaryIndexes,
      AttributeDefinitions: Match.arrayWith(
        AttributeDefinitions.map((each) => Match.objectEquals(each)),
      ),
    });
  });
});

describe('the functions', () => {
  const functions = Object.entries(template.findResources('AWS::Lambda::Function'));

  it('are wake, sweep and reconcile, on Node.js 24 and arm64', () => {
    const ids = functions.map(([id]) => id.replace(/[0-9A-F]{8}$/, ''));
    expect(new Set(ids)).toEqual(new Set(['Wake', 'Sweep', 'Reconcile']));
    for (const [, { Properties }] of functions) {
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    }
  });

  it('end before the lease of a digest does', () => {
    expect(RUN_TIMEOUT.toSeconds()).toBeLessThan(LEASE.total('second'));
    for (const [, { Properties }] of functions) expect(Properties.Timeout).toBe(300);
  });

  it('keep their logs for half a year', () => {
    template.resourceCountIs('AWS::Logs::LogGroup', 3);
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 180 });
  });

  it.each(['Wake', 'Sweep', 'Reconcile'])('%s may do no more than it does', (owner) => {
    const actions = statementsOf(`${owner}ServiceRole`).flatMap(({ Action }) => Action);
    const ofQueues = {
      Wake: [
        'sqs:ChangeMessageVisibility',
        'sqs:DeleteMessage',
        'sqs:GetQueueAttributes',
        'sqs:GetQueueUrl',
        'sqs:ReceiveMessage',
      ],
      Sweep: ['sqs:SendMessage'],
      Reconcile: ['sqs:SendMessage'],
    }[owner];
    expect(new Set(actions)).toEqual(
      new Set([
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'dynamodb:Query',
        'scheduler:CreateSchedule',
        'iam:PassRole',
        'sns:Publish',
        ...(ofQueues ?? []),
      ]),
    );
  });

  it('hand on one role, to EventBridge Scheduler only, and make schedules of one group only', () => {
    for (const owner of ['Wake', 'Sweep', 'Reconcile']) {
      const all = statementsOf(`${owner}ServiceRole`);
      expect(all.map(({ Resource }) => Resource)).not.toContain('*');
      const pass = all.find(({ Action }) => Action === 'iam:PassRole');
      expect(pass?.Condition).toEqual({
        StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
      });
      expect(JSON.stringify(pass?.Resource)).toContain('SlotsRole');
      const make = all.find(({ Action }) => Action === 'scheduler:CreateSchedule');
      expect(JSON.stringify(make?.Resource)).toMatch(/:schedule\/Test-Slots-Group-\w+\/\*/);
    }
  });
});

describe('the slots', () => {
  it('may only send to the wake queue and to their own dead letters', () => {
    expect(statementsOf('SlotsRole').map(({ Action }) => Action)).toEqual([
      'sqs:SendMessage',
      'sqs:SendMessage',
    ]);
    expect(JSON.stringify(statementsOf('SlotsRole').map(({ Resource }) => Resource))).toMatch(
      /WakeQueue.*SlotsDead/,
    );
  });

  it('are trusted as a group', () => {
    const roles = Object.entries(template.findResources('AWS::IAM::Role'));
    const [, role] = roles.find(([id]) => id.startsWith('SlotsRole')) ?? [];
    expect(role?.['Properties'].AssumeRolePolicyDocument.Statement[0]).toMatchObject({
      Principal: { Service: 'scheduler.amazonaws.com' },
      Condition: {
        StringEquals: {
          'aws:SourceArn': { 'Fn::GetAtt': [expect.stringMatching(/^SlotsGroup/), 'Arn'] },
        },
      },
    });
  });
});

describe('the queues and the topic', () => {
  it('are encrypted and keep what could not be done for two weeks', () => {
    const queues = Object.values(template.findResources('AWS::SQS::Queue'));
    expect(queues).toHaveLength(4);
    for (const { Properties } of queues) expect(Properties.SqsManagedSseEnabled).toBe(true);
    const dead = queues.filter(({ Properties }) => Properties.MessageRetentionPeriod === 1_209_600);
    expect(dead).toHaveLength(3);
    template.allResourcesProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
  });

  it('put aside what no run can do', () => {
    template.hasResourceProperties('AWS::SQS::Queue', {
      RedrivePolicy: { maxReceiveCount: 3 },
      VisibilityTimeout: 1800,
    });
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: 5,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  it('have dead letters for the calls that fail, too', () => {
    const functions = template.findResources('AWS::Lambda::Function', {
      Properties: { DeadLetterConfig: { TargetArn: Match.anyValue() } },
    });
    expect(Object.keys(functions)).toHaveLength(2);
  });
});

describe('the recurring runs', () => {
  it.each([
    { what: 'the sweep', expression: 'cron(5/10 * * * ? *)' },
    { what: 'reconcile', expression: 'cron(17 2 * * ? *)' },
  ])('call $what by the park clock, with an event that it takes', ({ expression }) => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: expression,
      ScheduleExpressionTimezone: 'Asia/Shanghai',
      Target: { Input: '{}', DeadLetterConfig: { Arn: Match.anyValue() } },
    });
  });
});

describe('the template', () => {
  it('names no partition', () => {
    expect(JSON.stringify(template.toJSON())).not.toContain('arn:aws:');
  });
});
