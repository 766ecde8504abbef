import { Alias } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/**
 * The one topic of the stage. It is encrypted with the account's own key for SNS, which everyone
 * who may publish here may use.
 */
export class NoticeTopic extends Topic {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      enforceSSL: true,
      masterKey: Alias.fromAliasName(scope, `${id}Key`, 'alias/aws/sns'),
    });
  }
}
