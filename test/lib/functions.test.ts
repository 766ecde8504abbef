import { describe, expect, it } from 'vitest';
import { LEASE } from '../../functions/domain/messages/digest-claim.ts';
import { RUN_TIMEOUT } from '../../lib/constructs/park-function.ts';
import { actionsOf, aStack, prod, statementsOf, templateOf } from '../support/stage.ts';

const template = templateOf(aStack(prod()));
const NAMES = ['Wake', 'Sweep', 'Reconcile', 'Subscribe', 'Vitals', 'Portal'];

describe('the functions', () => {
  const functions = Object.entries(template.findResources('AWS::Lambda::Function'));

  it('are one for each handler, on Node.js 24 and arm64', () => {
    const ids = functions.map(([id]) => id.replace(/[0-9A-F]{8}$/, ''));
    expect(new Set(ids)).toEqual(new Set(NAMES));
    for (const [, { Properties }] of functions) {
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    }
  });

  it('end before the lease of a digest does', () => {
    expect(RUN_TIMEOUT.toSeconds()).toBeLessThan(LEASE.total('second'));
    for (const [id, { Properties }] of functions) {
      expect(Properties.Timeout).toBe(id.startsWith('Portal') ? 29 : 300);
    }
  });

  it('keep their logs as long as the stage says', () => {
    // The HTTP API keeps one of who called.
    template.resourceCountIs('AWS::Logs::LogGroup', NAMES.length + 1);
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 365 });
  });

  it('are told the relays of the stage, none without any', () => {
    const relaysIn = (of: typeof template): readonly unknown[] =>
      Object.values(of.findResources('AWS::Lambda::Function')).map(
        ({ Properties }) => Properties.Environment.Variables.RELAYS,
      );
    expect(new Set(relaysIn(template))).toEqual(new Set(['']));
    const relayed = templateOf(aStack({ ...prod(), relays: ['wecom', 'smtp'] }));
    expect(new Set(relaysIn(relayed))).toEqual(new Set(['wecom,smtp']));
  });

  const LOGS = ['logs:CreateLogStream', 'logs:PutLogEvents'];
  const TRACES = ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'];
  const RECORDS = ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'];
  const RUNS = [...RECORDS, 'iam:PassRole', 'scheduler:CreateSchedule', 'sns:Publish'];

  it.each([
    {
      name: 'Wake',
      may: [
        ...RUNS,
        'sqs:ChangeMessageVisibility',
        'sqs:DeleteMessage',
        'sqs:GetQueueAttributes',
        'sqs:GetQueueUrl',
        'sqs:ReceiveMessage',
      ],
    },
    { name: 'Sweep', may: [...RUNS, 'sqs:SendMessage'] },
    { name: 'Reconcile', may: [...RUNS, 'sqs:SendMessage'] },
    {
      name: 'Subscribe',
      may: [
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'sns:ListSubscriptionsByTopic',
        'sns:SetSubscriptionAttributes',
        'sns:Subscribe',
        'sns:Unsubscribe',
        'sqs:SendMessage',
      ],
    },
    {
      name: 'Vitals',
      may: ['dynamodb:GetItem', 'dynamodb:Query', 'scheduler:ListSchedules', 'sqs:SendMessage'],
    },
    {
      name: 'Portal',
      may: [
        ...RUNS,
        'secretsmanager:GetSecretValue',
        'sns:ListSubscriptionsByTopic',
        'sns:SetSubscriptionAttributes',
        'sns:Subscribe',
        'sns:Unsubscribe',
        'sqs:SendMessage',
      ],
    },
  ])('$name may do no more than it does', ({ name, may }) => {
    expect(actionsOf(template, name)).toEqual([...may, ...LOGS, ...TRACES].toSorted());
  });

  it('have no policy of AWS, which nobody here wrote', () => {
    const roles = Object.values(template.findResources('AWS::IAM::Role'));
    for (const { Properties } of roles) expect(Properties.ManagedPolicyArns).toBeUndefined();
  });

  it('name what they may touch, but for what knows no names', () => {
    for (const name of NAMES) {
      const anything = statementsOf(template, `${name}Role`).filter(
        ({ Resource }) => Resource === '*',
      );
      const nameless = name === 'Vitals' ? ['scheduler:ListSchedules'] : [];
      expect(anything.flatMap(({ Action }) => Action).toSorted()).toEqual([...nameless, ...TRACES]);
    }
  });

  it('hand on one role, to EventBridge Scheduler only, and make schedules of one group only', () => {
    for (const owner of ['Wake', 'Sweep', 'Reconcile', 'Portal']) {
      const all = statementsOf(template, `${owner}Role`);
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
