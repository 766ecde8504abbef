import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { readStage } from '../../../lib/stage.ts';
import type { StageConfig } from '../../../lib/stage-config.ts';
import { aStack, contextOf, prod, statementsOf, templateOf } from '../../support/stage.ts';

const template = templateOf(aStack(prod()));
const { portal, ...rest } = prod();
const stageWith = (over: Partial<NonNullable<StageConfig['portal']>>): StageConfig => ({
  ...rest,
  portal: { signIn: portal?.signIn ?? never(), ...over },
});
const never = (): never => {
  throw new Error('the stage of the tests has a portal');
};

describe('the portal', () => {
  it('is throttled, and tells nobody the paths that were asked for: those of links are keys', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      StageName: '$default',
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
      AccessLogSettings: {
        Format: Match.not(Match.stringLikeRegexp('path|routeKey')),
        DestinationArn: Match.anyValue(),
      },
    });
  });

  it('seals cookies with what AWS made up, and the template does not know', () => {
    template.hasResourceProperties('AWS::SecretsManager::Secret', {
      GenerateSecretString: { PasswordLength: 64 },
      SecretString: Match.absent(),
    });
    const secret = statementsOf(template, 'PortalRole').find(
      ({ Action }) => Action === 'secretsmanager:GetSecretValue',
    );
    expect(JSON.stringify(secret?.Resource)).toContain('PortalSessions');
  });

  it('may put a delayed wake into the wake queue, and into no other', () => {
    const [only, ...others] = statementsOf(template, 'PortalRole').filter(({ Action }) =>
      JSON.stringify(Action).includes('sqs:'),
    );
    expect(others).toEqual([]);
    expect(only?.Action).toBe('sqs:SendMessage');
    const [address] = JSON.stringify(only?.Resource).match(/WakeQueue[0-9A-F]{8}"/) ?? [];
    expect(address).toBeDefined();
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: {
          SIGN_IN: Match.anyValue(),
          WAKE_QUEUE_URL: { Ref: Match.stringLikeRegexp('^WakeQueue') },
        },
      },
    });
  });

  it('is told how people sign in', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: { SIGN_IN: Match.stringLikeRegexp('sso.example.com'), CLIENT_SECRET_ID: '' },
      },
    });
  });

  it('may read the one secret that its issuer gave it', () => {
    const made = templateOf(aStack(stageWith({ clientSecretName: 'ruqi/sso' })));
    const resources = statementsOf(made, 'PortalRole')
      .filter(({ Action }) => Action === 'secretsmanager:GetSecretValue')
      .flatMap(({ Resource }) => Resource);
    expect(JSON.stringify(resources)).toContain(':secret:ruqi/sso-??????');
  });

  it('answers under the name that AWS gives it where it has none of its own', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Api', {
      DisableExecuteApiEndpoint: Match.absent(),
    });
  });

  it('answers under a name of its own where it has one, and no other', () => {
    const domain = {
      name: 'ruqi.example.cn',
      certificateArn: 'arn:aws-cn:acm:cn-north-1:123456789012:certificate/any',
    };
    const made = templateOf(aStack(stageWith({ domain }), 'cn-north-1'));
    made.hasResourceProperties('AWS::ApiGatewayV2::DomainName', { DomainName: domain.name });
    made.hasOutput('PortalAddress', { Value: 'https://ruqi.example.cn' });
    made.hasResourceProperties('AWS::ApiGatewayV2::Api', { DisableExecuteApiEndpoint: true });
  });

  it('is not there where nobody may face the internet yet, and nothing else is missing', () => {
    const without = templateOf(aStack(rest));
    without.resourceCountIs('AWS::ApiGatewayV2::Api', 0);
    without.resourceCountIs('AWS::SecretsManager::Secret', 0);
    without.resourceCountIs('AWS::Lambda::Function', 5);
  });
});

describe('the context of a portal', () => {
  const stages = (over: Record<string, unknown>): Record<string, unknown> => ({
    stages: { prod: { ...prod(), portal: { signIn: portal?.signIn, ...over } } },
  });

  it.each([
    { over: { signIn: {} }, place: 'portal.signIn.issuer' },
    { over: { signIn: { ...portal?.signIn, groups: [] } }, place: 'portal.signIn.groups' },
    { over: { domain: { name: 'a b' } }, place: 'portal.domain.name' },
    { over: { clientSecretName: 'a b' }, place: 'portal.clientSecretName' },
    { over: { open: true }, place: 'portal' },
    {
      over: {
        signIn: {
          ...portal?.signIn,
          groups: Array.from({ length: 60 }, (_, number) => ({
            group: `a-group-with-a-long-name-${number}`,
            park: 'linxiang',
            role: 'office',
          })),
        },
      },
      place: 'portal.signIn',
    },
  ])('names $place when it is wrong', ({ over, place }) => {
    expect(() => readStage(contextOf(stages(over)))).toThrow(`stages.prod.${place}：`);
  });
});
