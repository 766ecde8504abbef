import { Alarm, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type AlarmSpec, deadLettersAlarm, errorsAlarm, gaugeAlarms } from './alarm-specs.ts';

/** What the alarms monitor; the keys are part of the alarms' names. */
export type Monitored = {
  readonly ops: ITopic;
  readonly functions: Readonly<Record<string, IFunction>>;
  readonly deadLetters: Readonly<Record<string, IQueue>>;
};

/**
 * The alarms of a stage. They use no metrics that the regions in mainland China lack (those of
 * asynchronous invocations and of event source mappings).
 */
export class Alarms extends Construct {
  readonly all: readonly Alarm[];

  constructor(scope: Construct, id: string, { ops, functions, deadLetters }: Monitored) {
    super(scope, id);
    const action = new SnsAction(ops);
    const specs = [
      ...gaugeAlarms(this),
      ...Object.entries(functions).map(errorsAlarm),
      ...Object.entries(deadLetters).map(deadLettersAlarm),
    ];
    this.all = specs.map((spec) => this.#alarm(spec, action));
  }

  #alarm({ name, says, periods = 1, ifMissing, ...rule }: AlarmSpec, action: SnsAction): Alarm {
    const alarm = new Alarm(this, name, {
      ...rule,
      alarmDescription: `${says}。处理办法见 docs/runbook.md#${name.toLowerCase()}`,
      evaluationPeriods: periods,
      treatMissingData: ifMissing ?? TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
    return alarm;
  }
}
