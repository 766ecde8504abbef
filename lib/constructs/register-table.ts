import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

const WAKE_INDEX = 'wake';

/**
 * The single table, with a sparse index of the records that are due some time. The table is retained
 * when the stack is deleted or its first deployment fails, as deletion protection would make the
 * rollback hang. Its name is generated, so that it does not block the next deployment.
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

  /** Lets `grantee` read, put and update records. No function may delete or scan. */
  grantRecords(grantee: IGrantable): void {
    this.grantWrite(grantee);
    allow(grantee, ['dynamodb:UpdateItem'], [this.tableArn]);
  }

  /** Lets `grantee` read records and put whole ones. */
  grantWrite(grantee: IGrantable): void {
    this.grantLook(grantee);
    allow(grantee, ['dynamodb:PutItem'], [this.tableArn]);
  }

  /** Lets `grantee` get and query records. */
  grantLook(grantee: IGrantable): void {
    allow(grantee, ['dynamodb:GetItem', 'dynamodb:Query'], [this.tableArn]);
    allow(grantee, ['dynamodb:Query'], [`${this.tableArn}/index/${WAKE_INDEX}`]);
  }
}

/** The grants of CDK would include every index with a wildcard. */
const allow = (grantee: IGrantable, actions: string[], resources: string[]): void =>
  void grantee.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions, resources }));
