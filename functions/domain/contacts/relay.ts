import { z } from 'zod';
import { Channel, SNS_CHANNELS } from './contact.ts';

/** A channel that takes a relay of its own, which a stage has or has not. */
export const Relay = Channel.exclude(SNS_CHANNELS);
export type Relay = z.infer<typeof Relay>;

/** The relays of a stage in one setting of its functions: `wecom,feishu`; empty for none. */
export const Relays = z
  .string()
  .transform((text) => text.split(',').filter((name) => name !== ''))
  .pipe(z.array(Relay));
