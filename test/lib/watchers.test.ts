import { describe, expect, it } from 'vitest';
import { aStack, prod, templateOf } from '../support/stage.ts';

const template = templateOf(aStack(prod()));

describe('the watchers', () => {
  const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(
    ({ Properties }) => Properties,
  );
  const alarmOn = (metric: string): (typeof alarms)[number] =>
    alarms.find(({ MetricName }) => MetricName === metric);

  it('tell the ops topic, which is not the topic of the notices and goes by mail', () => {
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

  it('say where the runbook is', () => {
    expect(alarms.length).toBeGreaterThan(0);
    for (const { AlarmDescription } of alarms) expect(AlarmDescription).toContain('README');
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
