import { z } from 'zod';
import { Label } from '../base/parsing.ts';
import { Role } from '../base/role.ts';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Passwords and tokens are sent there: plain HTTP is only allowed on this computer. */
const isSafe = (address: string): boolean => {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
};

/**
 * Maps an identity provider group to the posts of `role` in `park`: those of `unit`, or of all
 * units.
 */
const GroupRule = z.strictObject({
  group: z.string().min(1, '不能为空').max(200, '至多 200 个字'),
  park: z.string().min(1, '不能为空'),
  role: Role,
  unit: Label.exactOptional(),
});
export type GroupRule = z.infer<typeof GroupRule>;

/** OpenID Connect provider, and which of its groups hold which posts. */
export const SignInSettings = z.strictObject({
  /** Issuer URL; `/.well-known/openid-configuration` is appended. */
  issuer: z.url({ error: '不是网址', abort: true }).refine(isSafe, '应以 https:// 开头'),
  clientId: z.string().min(1, '不能为空'),
  /** The claim of the ID token that lists the groups. */
  groupsClaim: z.string().min(1, '不能为空').default('groups'),
  /** Requested scopes: `openid`, and those that make the provider return groups. */
  scope: z
    .string()
    .regex(/\bopenid\b/, '至少要有 openid')
    .default('openid'),
  groups: z.array(GroupRule).min(1, '至少要有一个组'),
});
export type SignInSettings = z.infer<typeof SignInSettings>;
