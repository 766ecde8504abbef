import { describe, expect, it } from 'vitest';
import { anchorsOf, paper } from '../support/papers.ts';
import { aStack, prod, templateOf } from '../support/stage.ts';

type Alarm = { readonly AlarmDescription: string };

const alarms = Object.entries(templateOf(aStack(prod())).findResources('AWS::CloudWatch::Alarm'));
const anchors = anchorsOf(paper('docs/runbook.md'));

describe('the runbook', () => {
  it.each(alarms)('has the section that the alarm %s names', (id, { Properties }) => {
    const { AlarmDescription } = Properties as Alarm;
    const [, anchor = ''] = /docs\/runbook\.md#([\w-]+)$/.exec(AlarmDescription) ?? [];
    expect(anchors).toContain(anchor);
    expect(id.toLowerCase()).toContain(anchor);
  });

  it('is there for more than the alarms of one function', () => {
    expect(alarms.length).toBeGreaterThan(10);
  });
});
