import type { MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Portal } from '../http/portal.ts';
import { limiter, type Rate } from './limiter.ts';

/** Per address: enough for many people who share one, too few to guess tokens. */
const KNOCKS: Rate = { burst: 120, perMinute: 60 };

/** Per link: far more than one person needs. */
const PRESSES: Rate = { burst: 20, perMinute: 10 };

/** Answers 429 when one address asks, or one link is pressed, too often. */
export function withinRates(portal: Portal): MiddlewareHandler {
  const mayKnock = limiter(KNOCKS);
  const mayPress = limiter(PRESSES);
  return (context, next) => {
    const { code = '' } = context.req.param() as { code?: string };
    const now = portal.realNow();
    const isPress = context.req.method === 'POST';
    if (!mayKnock(portal.addressOf(context), now) || (isPress && !mayPress(code, now))) {
      throw new HTTPException(429);
    }
    return next();
  };
}
