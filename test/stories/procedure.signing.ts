import type { fc } from '@fast-check/vitest';
import { signForAll } from '../support/requests.ts';
import type { World } from '../support/world.ts';
import { signedFor } from './procedure.climb.ts';
import type { Model } from './procedure.model.ts';

/** Everybody signs for everything. */
export class Signing implements fc.AsyncCommand<Model, World> {
  readonly holds: (model: Model, world: World) => Promise<void>;
  constructor(holds: Signing['holds']) {
    this.holds = holds;
  }
  check = (): boolean => true;
  async run(model: Model, world: World): Promise<void> {
    signedFor(model, world);
    await signForAll('linxiang', null, world.ports);
    await this.holds(model, world);
  }
  toString = (): string => 'everybody signs';
}
