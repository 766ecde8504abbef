import type { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { CfnTopic, CfnTopicPolicy } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { describe, expect, it } from 'vitest';
import type { RuqiStack } from '../../../lib/ruqi-stack.ts';
import { unheardAlarms } from '../../support/alarms.ts';
import { aStack, prod, templateOf } from '../../support/stage.ts';

const template = templateOf(aStack(prod()));

type Ops = {
  readonly ops: Construct;
  readonly topic: CfnTopic;
  readonly policy: CfnTopicPolicy;
  readonly alarm: CfnAlarm;
};

/** The parts of `stack` that an alarm goes through. */
function opsOf(stack: RuqiStack): Ops {
  const ops = stack.node.findChild('Ops');
  const alarm = stack.node.findChild('Watchers').node.findChild('Repaired');
  return {
    ops,
    topic: ops.node.defaultChild as CfnTopic,
    policy: ops.node.findChild('Policy').node.defaultChild as CfnTopicPolicy,
    alarm: alarm.node.defaultChild as CfnAlarm,
  };
}

describe('the alarms', () => {
  const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(
    ({ Properties }) => Properties,
  );
  const alarmOn = (metric: string): (typeof alarms)[number] =>
    alarms.find(({ MetricName }) => MetricName === metric);

  it('tell the ops topic, which is not the topic of the notices and is sent by mail', () => {
    const ops = Object.keys(template.findResources('AWS::SNS::Topic')).filter((id) =>
      id.startsWith('Ops'),
    );
    expect(ops).toHaveLength(1);
    for (const { AlarmActions, OKActions } of alarms) {
      expect(AlarmActions).toEqual([{ Ref: ops[0] }]);
      expect(OKActions).toEqual([{ Ref: ops[0] }]);
    }
    template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      TopicArn: { Ref: ops[0] },
    });
  });

  it('are told by CloudWatch: the policies of topic and key on the way allow it', () => {
    expect(unheardAlarms(template)).toEqual([]);
  });

  it.each([
    {
      what: 'the policy of the topic',
      spoil: ({ policy }: Ops) =>
        policy.addPropertyOverride('PolicyDocument.Statement.1.Effect', 'Deny'),
    },
    {
      what: 'the key of the topic',
      spoil: ({ topic }: Ops) => void (topic.kmsMasterKeyId = 'alias/aws/sns'),
    },
    {
      what: 'the key of the topic',
      spoil: ({ ops, topic }: Ops) =>
        void (topic.kmsMasterKeyId = new Key(ops, 'Key', { enableKeyRotation: true }).keyArn),
    },
    {
      what: 'no topic of the stack',
      spoil: ({ alarm }: Ops) => void (alarm.alarmActions = ['arn:aws:sns:any:any:any']),
    },
    { what: 'no action', spoil: ({ alarm }: Ops) => void (alarm.okActions = []) },
  ])('would not be heard of: $what', ({ what, spoil }) => {
    const worse = aStack(prod());
    spoil(opsOf(worse));
    expect(unheardAlarms(templateOf(worse)).join()).toContain(what);
  });

  it('miss the daily run within 15 minutes of the send time, and its measure itself', () => {
    const { Period, EvaluationPeriods, TreatMissingData, Threshold, Statistic } =
      alarmOn('DailyRun');
    expect({ TreatMissingData, Threshold, Statistic }).toEqual({
      TreatMissingData: 'breaching',
      Threshold: 1,
      Statistic: 'Minimum',
    });
    expect(Period * EvaluationPeriods).toBe(300);
    const dimensions = [{ Name: 'service', Value: 'Test' }];
    expect(alarmOn('DailyRun').Dimensions).toEqual(dimensions);
    const environment = { POWERTOOLS_SERVICE_NAME: 'Test', POWERTOOLS_METRICS_NAMESPACE: 'Ruqi' };
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: environment },
    });
  });

  it.each(['OldestUnsentMinutes', 'PastSlots', 'Repaired'])('watch %s', (metric) => {
    expect(alarmOn(metric)).toMatchObject({ Namespace: 'Ruqi', TreatMissingData: 'notBreaching' });
  });

  it('watch the errors of every function and the depth of every dead-letter queue', () => {
    const count = (name: string): number =>
      alarms.filter(({ MetricName }) => MetricName === name).length;
    expect(count('Errors')).toBe(6);
    expect(count('ApproximateNumberOfMessagesVisible')).toBe(4);
  });

  it('have one dashboard', () => {
    template.resourceCountIs('AWS::CloudWatch::Dashboard', 1);
  });
});
