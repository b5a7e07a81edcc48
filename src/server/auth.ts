import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import * as z from 'zod'
import { select, sql } from './db/client'
import { env } from './env'
import { log } from './log'
import { passwordFits } from './password'
import { openSession, revokeSession } from './session-row'

const SESSION_SECONDS = 12 * 60 * 60
const SignIn = z.object({ email: z.string().trim().toLowerCase().max(200), password: z.string().max(200) })

type UserRow = { id: string; email: string; name: string; password_hash: string | null; is_disabled: boolean }

async function userByPassword(raw: unknown): Promise<UserRow | null> {
  const given = SignIn.safeParse(raw)
  if (!given.success) return null
  const [user] = await select<UserRow>(
    sql`SELECT id, email, name, password_hash, is_disabled FROM app_user WHERE email = ${given.data.email}`,
  )
  const fits = await passwordFits(user?.password_hash ?? null, given.data.password)
  if (user && fits && !user.is_disabled) return user
  log().warn({ event: 'sign-in.refused' }, 'sign-in refused')
  return null
}

async function userBySubject(subject: string, email: string | undefined): Promise<UserRow | null> {
  const [user] = await select<UserRow>(sql`
    SELECT id, email, name, password_hash, is_disabled FROM app_user
    WHERE oidc_subject = ${subject} OR (oidc_subject IS NULL AND email = ${email?.toLowerCase() ?? ''}) ORDER BY oidc_subject NULLS LAST LIMIT 1`)
  return user && !user.is_disabled ? user : null
}

type Providers = NextAuthOptions['providers']

function providers(): Providers {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env()
  const list: Providers = [
    CredentialsProvider({
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      authorize: async (credentials) => {
        const user = await userByPassword(credentials)
        return user ? { id: user.id, email: user.email, name: user.name } : null
      },
    }),
  ]
  if (OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET) {
    list.push({
      id: 'oidc',
      name: 'OpenID Connect',
      type: 'oauth',
      wellKnown: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      idToken: true,
      checks: ['pkce', 'state'],
      authorization: { params: { scope: 'openid email profile' } },
      profile: async (claims: { sub: string; email?: string; email_verified?: boolean; name?: string }) => {
        const user = await userBySubject(claims.sub, claims.email_verified === false ? undefined : claims.email)
        return { id: user?.id ?? '', email: claims.email ?? null, name: claims.name ?? null }
      },
    })
  }
  return list
}

/** Sign-in settings. The token carries nothing but the number of a session row, which every request reads again. */
export function authOptions(): NextAuthOptions {
  return {
    providers: providers(),
    secret: env().NEXTAUTH_SECRET ?? '',
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    callbacks: {
      signIn: ({ user }) => user.id !== '',
      jwt: async ({ token, user }) => (user ? { sid: await openSession(user.id, SESSION_SECONDS) } : token),
      session: ({ session, token }) => ({ ...session, sid: typeof token['sid'] === 'string' ? token['sid'] : '' }),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token['sid'] === 'string') await revokeSession(token['sid'])
      },
    },
  }
}
