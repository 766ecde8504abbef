import type { Context } from 'hono';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { giveCookie, readCookie, takeCookie } from '../http/cookies.ts';
import { newestKey } from '../http/guard.ts';
import { Pending } from '../http/issuer.ts';
import type { Portal } from '../http/portal.ts';
import { type Seal, sealed, unsealed } from '../http/sealing.ts';

/** How long a visitor has at the issuer, and to choose a post. */
const life = Temporal.Duration.from({ minutes: 10 });

/** What is kept with a visitor on the way in. */
type Step = Seal & { readonly cookie: string };

/** The visitor is at the issuer. */
export const WENT: Step = { cookie: 'ruqi-entry', purpose: 'went to the issuer', life };

/** What is kept while the visitor is at the issuer. */
export const Went = Pending.extend({ back: z.string() });

/** The visitor is choosing a post. */
export const CHOOSES: Step = { cookie: 'ruqi-post', purpose: 'chooses a post', life };

/** What is kept while the visitor chooses a post. */
export const Chooses = z.object({ groups: z.array(z.string()), back: z.string() });

type Entry = {
  readonly keep: (context: Context, step: Step, content: Record<string, unknown>) => Promise<void>;
  /** What was kept; it can be taken once. */
  readonly take: (context: Context, step: Step) => Promise<unknown>;
};

/** Keeps the steps of a sign-in in sealed cookies. */
export const entryOf = (portal: Portal): Entry => ({
  keep: async (context, step, content) => {
    const token = await sealed(content, step, newestKey(portal), portal.realNow());
    giveCookie(context, step.cookie, token, step.life);
  },
  take: async (context, step) => {
    const token = readCookie(context, step.cookie) ?? '';
    takeCookie(context, step.cookie);
    return (await unsealed(token, step, portal.keys, portal.realNow()))?.content;
  },
});
