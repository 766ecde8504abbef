import {
  type FunctionConfiguration,
  InvokeCommand,
  LambdaClient,
  paginateListFunctions,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { STACK } from './deployment.ts';

async function functions(): Promise<readonly FunctionConfiguration[]> {
  const pages = paginateListFunctions({ client: new LambdaClient() }, {});
  const all = await Array.fromAsync(pages, ({ Functions = [] }) => Functions);
  return all.flat().filter(({ FunctionName }) => FunctionName?.startsWith(`${STACK}-`));
}

/** Calls the function that the stack has under the logical id `id`, as its schedule does. */
export async function invoke(id: string): Promise<string> {
  const all = await functions();
  const name = new RegExp(`^${STACK}-${id}[0-9A-F]{8}`);
  const called = all.find(({ FunctionName = '' }) => name.test(FunctionName));
  const { FunctionError } = await new LambdaClient().send(
    new InvokeCommand({ FunctionName: called?.FunctionName, Payload: '{}' }),
  );
  return FunctionError ?? 'done';
}

/** Adds `variables` to what every function of the stack is told. */
export async function tellFunctions(variables: Readonly<Record<string, string>>): Promise<void> {
  for (const each of await functions()) await tell(each, variables);
}

/** Lets people sign in to the deployed pages with the issuer at `address`. */
export async function signInWith(address: string): Promise<void> {
  for (const each of await functions()) {
    const { SIGN_IN } = each.Environment?.Variables ?? {};
    if (SIGN_IN === undefined) continue;
    await tell(each, { SIGN_IN: JSON.stringify({ ...JSON.parse(SIGN_IN), issuer: address }) });
  }
}

/** Adds `variables` to what a function is told. */
async function tell(
  { FunctionName, Environment }: FunctionConfiguration,
  variables: Readonly<Record<string, string>>,
): Promise<void> {
  const Variables = { ...Environment?.Variables, ...variables };
  await new LambdaClient().send(
    new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables } }),
  );
}
