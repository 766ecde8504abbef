import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { tableDefinition } from '../../functions/register/table.ts';
import { aStack, prod, statementsOf, templateOf } from '../support/stage.ts';

const template = templateOf(aStack(prod()));

type Resource = {
  readonly Type: string;
  readonly DeletionPolicy?: string;
  readonly Properties: unknown;
};

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

describe('the slots', () => {
  it('may only send to the wake queue and to their own dead letters', () => {
    const [only, ...others] = statementsOf(template, 'SlotsRole');
    expect(others).toEqual([]);
    expect(only?.Action).toBe('sqs:SendMessage');
    const named = JSON.stringify(only?.Resource).match(/(WakeQueue|SlotsDead)[0-9A-F]{8}/g);
    expect(named?.map((each) => each.slice(0, -8)).toSorted()).toEqual(['SlotsDead', 'WakeQueue']);
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
    expect(queues).toHaveLength(5);
    for (const { Properties } of queues) expect(Properties.SqsManagedSseEnabled).toBe(true);
    const dead = queues.filter(({ Properties }) => Properties.MessageRetentionPeriod === 1_209_600);
    expect(dead).toHaveLength(4);
    template.hasResourceProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
  });

  it('move messages that no run can process to the dead-letter queue', () => {
    template.hasResourceProperties('AWS::SQS::Queue', {
      RedrivePolicy: { maxReceiveCount: 3 },
      VisibilityTimeout: 1800,
    });
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: 5,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  it('take from SNS what contacts did not take, of the one topic only', () => {
    template.hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: 'sqs:SendMessage',
            Principal: { Service: 'sns.amazonaws.com' },
            Condition: {
              ArnEquals: { 'aws:SourceArn': { Ref: Match.stringLikeRegexp('^Notices') } },
            },
          }),
        ]),
      },
    });
  });

  it('have dead letters for the calls that fail, too', () => {
    const functions = template.findResources('AWS::Lambda::Function', {
      Properties: { DeadLetterConfig: { TargetArn: Match.anyValue() } },
    });
    expect(Object.keys(functions)).toHaveLength(4);
  });
});

describe('the recurring runs', () => {
  it.each([
    { what: 'the sweep', expression: 'cron(5/10 * * * ? *)' },
    { what: 'reconcile', expression: 'cron(17 2 * * ? *)' },
    { what: 'the subscriptions', expression: 'cron(37 2,7 * * ? *)' },
    { what: 'the health check', expression: 'cron(2/5 * * * ? *)' },
  ])('call $what by the park clock, with an event that it takes', ({ expression }) => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: expression,
      ScheduleExpressionTimezone: 'Asia/Shanghai',
      Target: { Input: '{}', DeadLetterConfig: { Arn: Match.anyValue() } },
    });
  });
});

describe('what outlives the stack', () => {
  const resources: readonly Resource[] = Object.values(template.toJSON()['Resources']);
  const typesWith = (policy: string): ReadonlySet<string> =>
    new Set(resources.flatMap((each) => (each.DeletionPolicy === policy ? each.Type : [])));

  it('is the table, and the logs but for those of a first deployment that failed', () => {
    expect(typesWith('Retain')).toEqual(new Set(['AWS::DynamoDB::Table']));
    expect(typesWith('RetainExceptOnCreate')).toEqual(new Set(['AWS::Logs::LogGroup']));
  });

  it('has a name that CloudFormation makes up, which is in the way of no other deployment', () => {
    const kept = resources.filter(({ DeletionPolicy = '' }) => DeletionPolicy.startsWith('Retain'));
    const named = kept.filter(({ Properties }) =>
      /"(Table|LogGroup)Name"/.test(JSON.stringify(Properties)),
    );
    expect(named).toEqual([]);
  });
});

describe('the template', () => {
  it('names no partition', () => {
    expect(JSON.stringify(template.toJSON())).not.toContain('arn:aws:');
  });

  it('tags resources that support tags with their stage', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      Tags: Match.arrayWith([{ Key: 'stage', Value: 'prod' }]),
    });
  });
});
