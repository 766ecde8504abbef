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
  /** Relays that the stage has, `wecom,feishu`; empty for none. */
  RELAYS: z.string(),
  /** Where the pages are; empty for a stage without. */
  PORTAL_ADDRESS: z.string(),
});

export type Settings = z.infer<typeof Settings>;

/** What `lib` must put into a function's environment; a missing name does not compile. */
export type Environment = { readonly [Name in keyof z.input<typeof Settings>]: string };

/** @throws {z.ZodError} naming every missing or malformed variable at once. */
export const readSettings = (environment: NodeJS.ProcessEnv): Settings =>
  Settings.parse(environment);

/** Where the portal's function finds what `lib` decided for it. */
const PortalSettings = z.object({
  /** JSON of how people sign in. */
  SIGN_IN: z.string().min(1),
  /** The secret that seals cookies. */
  SESSION_SECRET_ID: z.string().min(1),
  /** The secret of the portal as a client of its issuer; empty for a public client. */
  CLIENT_SECRET_ID: z.string(),
});
export type PortalSettings = z.infer<typeof PortalSettings>;

/** @throws {z.ZodError} naming every missing or malformed variable at once. */
export const readPortalSettings = (environment: NodeJS.ProcessEnv): PortalSettings =>
  PortalSettings.parse(environment);

/** What the functions measure, by the names that their alarms go by. */
export type Gauge = 'DailyRun' | 'OldestUnsentMinutes' | 'PastSlots' | 'Repaired';
