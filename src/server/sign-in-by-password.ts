import 'server-only'
import { createHash } from 'node:crypto'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { db, select, sql } from './db/client'
import { log } from './log'
import { passwordFits } from './password'

/** Tries for one address until somebody has to wait, and how long. Whoever gets in starts over. */
const TRIES_MAX = 10
const TRIES_SECONDS = 15 * 60

const SignIn = z.object({ email: z.string().trim().toLowerCase().max(200), password: z.string().max(200) })

/** Who may sign in, as the sign-in needs it. */
export type SigningIn = { id: string; email: string; name: string }

/**
 * The person behind an address and a password; null when they do not fit, the person is disabled, or the input is none. Costs the same
 * time for an address nobody has. Throws Refusal 'too-many-attempts' after ten tries within a quarter of an hour, right ones included.
 */
export async function signInByPassword(raw: unknown): Promise<SigningIn | null> {
  const given = SignIn.safeParse(raw)
  if (!given.success) return null
  const { email, password } = given.data
  await countTry(email)
  const [user] = await select<SigningIn & { password_hash: string | null; is_disabled: boolean }>(
    sql`SELECT id::text, email, name, password_hash, is_disabled FROM app_user WHERE email = ${email}`,
  )
  const fits = await passwordFits(user?.password_hash ?? null, password)
  if (!user || !fits || user.is_disabled) {
    log().warn({ event: 'sign-in.refused' }, 'sign-in refused')
    return null
  }
  await tries().delete(keyOf(email))
  return { id: user.id, email: user.email, name: user.name }
}

// Counted before the password is looked at, so that many tries at once count as many.
async function countTry(email: string): Promise<void> {
  try {
    await tries().consume(keyOf(email))
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    log().warn({ event: 'sign-in.too-many' }, 'too many sign-ins for one address')
    throw new Refusal('too-many-attempts')
  }
}

// People type passwords into the field of the address: it is kept only as a hash.
function keyOf(email: string): string {
  return createHash('sha256').update(email).digest('hex')
}

function tries(): RateLimiterPrisma {
  return new RateLimiterPrisma({
    storeClient: db(),
    tableName: 'signInTry',
    clearExpiredByTimeout: false,
    keyPrefix: '',
    points: TRIES_MAX,
    duration: TRIES_SECONDS,
  })
}
