import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

const WAKE_INDEX = 'wake';

/**
 * The one table, with the sparse index over what has to be looked at again. It outlives the stack,
 * also one whose first deployment failed: its protection would keep CloudFormation from deleting it
 * and hang the rollback. Its name is generated, so that it is in nobody's way.
 */
export class RegisterTable extends Table {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.addGlobalSecondaryIndex({
      indexName: WAKE_INDEX,
      partitionKey: { name: 'park', type: AttributeType.STRING },
      sortKey: { name: 'wakeAt', type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
  }

  /** What a run does to records: it writes whole ones and moves them on. Nothing deletes or scans. */
  grantRecords(grantee: IGrantable): void {
    this.grantWrite(grantee);
    allow(grantee, ['dynamodb:UpdateItem'], [this.tableArn]);
  }

  /** Looking, and writing whole records. */
  grantWrite(grantee: IGrantable): void {
    this.grantLook(grantee);
    allow(grantee, ['dynamodb:PutItem'], [this.tableArn]);
  }

  /** What a look at records does: it reads and queries. */
  grantLook(grantee: IGrantable): void {
    allow(grantee, ['dynamodb:GetItem', 'dynamodb:Query'], [this.tableArn]);
    allow(grantee, ['dynamodb:Query'], [`${this.tableArn}/index/${WAKE_INDEX}`]);
  }
}

/** Grants of CDK's own would name every index there might be. */
const allow = (grantee: IGrantable, actions: string[], resources: string[]): void =>
  void grantee.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions, resources }));
