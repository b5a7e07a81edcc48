import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { select, sql } from './db/client'
import { env } from './env'
import { openSession, revokeSession } from './session-row'
import { type SigningIn, signInByPassword } from './sign-in-by-password'

const SESSION_SECONDS = 12 * 60 * 60

async function userBySubject(subject: string, email: string | undefined): Promise<SigningIn | null> {
  const [user] = await select<SigningIn & { is_disabled: boolean }>(sql`
    SELECT id::text, email, name, is_disabled FROM app_user
    WHERE oidc_subject = ${subject} OR (oidc_subject IS NULL AND email = ${email?.toLowerCase() ?? ''}) ORDER BY oidc_subject NULLS LAST LIMIT 1`)
  return user && !user.is_disabled ? user : null
}

type Providers = NextAuthOptions['providers']

function providers(): Providers {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env()
  const list: Providers = [
    CredentialsProvider({
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      authorize: signInByPassword,
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
