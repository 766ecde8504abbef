import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import { actionsOf, aStack, prod, templateOf } from '../support/stage.ts';

/** What the regions in mainland China do not have. */
const MISSING_IN_CHINA = [
  'AWS::Lambda::Url',
  'AWS::Cognito::UserPool',
  'AWS::SES::EmailIdentity',
  'AWS::CloudFront::Distribution',
  'AWS::XRay::Group',
];

describe.each([
  { region: 'ap-southeast-1', partition: 'aws', isChinese: false },
  { region: 'cn-north-1', partition: 'aws-cn', isChinese: true },
  { region: 'cn-northwest-1', partition: 'aws-cn', isChinese: true },
])('in $region', ({ region, partition, isChinese }) => {
  const stack = aStack(prod(), region);
  const template = templateOf(stack);
  const text = JSON.stringify(template.toJSON());

  it('every name is of its own partition', () => {
    const named = new Set([...text.matchAll(/arn:(aws[\w-]*):/g)].map(([, each]) => each));
    expect([...named]).toEqual([partition]);
  });

  it('services are trusted by the names that hold in every partition', () => {
    const principals = [...text.matchAll(/"Service":"([^"]+)"/g)].map(([, each]) => each);
    expect(new Set(principals)).toEqual(
      new Set([
        'cloudwatch.amazonaws.com',
        'lambda.amazonaws.com',
        'scheduler.amazonaws.com',
        'sns.amazonaws.com',
      ]),
    );
  });

  it('functions are traced where that exists, and say so where not', () => {
    const traced = Object.values(template.findResources('AWS::Lambda::Function')).filter(
      ({ Properties }) => Properties.TracingConfig?.Mode === 'Active',
    );
    expect(traced).toHaveLength(isChinese ? 0 : 6);
    expect(actionsOf(template, 'Wake').includes('xray:PutTraceSegments')).toBe(!isChinese);
    const said = Annotations.fromStack(stack).findInfo('*', Match.stringLikeRegexp('X-Ray'));
    expect(said).toHaveLength(isChinese ? 1 : 0);
  });

  it('tags all resources that support tags, event sources only where CloudFormation does', () => {
    const tagged = (type: string): readonly boolean[] =>
      Object.values(template.findResources(type)).map(({ Properties }) => 'Tags' in Properties);
    expect(tagged('AWS::DynamoDB::Table')).toEqual([true]);
    expect(tagged('AWS::Lambda::EventSourceMapping')).toEqual([!isChinese]);
    const said = Annotations.fromStack(stack).findInfo('*', Match.stringLikeRegexp('event source'));
    expect(said).toHaveLength(isChinese ? 1 : 0);
  });

  it('nothing is asked for that mainland China lacks', () => {
    for (const type of MISSING_IN_CHINA) template.resourceCountIs(type, 0);
    expect(text).not.toMatch(/AsyncEvent(s?Received|Age|sDropped)/);
  });

  it('the rules of cdk-nag find nothing, though they look', () => {
    expect(() => templateOf(aStack(prod(), region))).not.toThrow();
    const worse = aStack(prod(), region);
    new Queue(worse, 'InTheClear');
    expect(() => templateOf(worse)).toThrow('AwsSolutions-SQS4');
  });
});
