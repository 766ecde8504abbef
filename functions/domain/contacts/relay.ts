import { z } from 'zod';
import { Channel, SNS_CHANNELS } from './contact.ts';

/** Channels that need a relay, which is optional in each stage. */
export const Relay = Channel.exclude(SNS_CHANNELS);
export type Relay = z.infer<typeof Relay>;

/** Relays of a stage as one environment variable: `wecom,feishu`; may be empty. */
export const Relays = z
  .string()
  .transform((text) => text.split(',').filter((name) => name !== ''))
  .pipe(z.array(Relay));
