import { z } from 'zod';

const Arn = z.string().startsWith('arn:');

const Settings = z.object({
  TABLE_NAME: z.string().min(1),
  TOPIC_ARN: Arn,
  SUBSCRIPTION_DEAD_LETTER_ARN: Arn,
  SLOT_GROUP: z.string().min(1),
  SLOT_ROLE_ARN: Arn,
  WAKE_QUEUE_ARN: Arn,
  WAKE_QUEUE_URL: z.url(),
  SLOT_DEAD_LETTER_ARN: Arn,
  /** Relays of the stage, such as `wecom,feishu`; empty for none. */
  RELAYS: z.string(),
  /** Address of the portal; empty for a stage without one. */
  PORTAL_ADDRESS: z.string(),
});

export type Settings = z.infer<typeof Settings>;

/** The environment that `lib` gives every function; a missing name does not compile. */
export type Environment = { readonly [Name in keyof z.input<typeof Settings>]: string };

/** @throws {z.ZodError} naming every missing or malformed variable at once. */
export const readSettings = (environment: NodeJS.ProcessEnv): Settings =>
  Settings.parse(environment);

/** Additional environment of the portal's function. */
const PortalSettings = z.object({
  /** The sign-in settings as JSON. */
  SIGN_IN: z.string().min(1),
  /** Id of the secret that seals cookies. */
  SESSION_SECRET_ID: z.string().min(1),
  /** Id of the portal's client secret at its issuer; empty for a public client. */
  CLIENT_SECRET_ID: z.string(),
});
export type PortalSettings = z.infer<typeof PortalSettings>;

/** @throws {z.ZodError} naming every missing or malformed variable at once. */
export const readPortalSettings = (environment: NodeJS.ProcessEnv): PortalSettings =>
  PortalSettings.parse(environment);

/** Names of the functions' own metrics. */
export type Gauge = 'DailyRun' | 'OldestUnsentMinutes' | 'PastSlots' | 'Repaired';
