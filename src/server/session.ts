import 'server-only'
import { redirect } from 'next/navigation'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import type { Actor } from '@/core/actor'
import { actorOf, findPerson, type Person } from './actor-of-user'
import { authOptions } from './auth'
import { userOfSession } from './session-row'

export type SignedIn = {
  actor: Extract<Actor, { kind: 'user' }>
  user: { name: string; email: string; initials: string; locale: Person['locale']; theme: Person['theme'] }
}

/** Who is signed in, read from the session row and the user row at this request; null for nobody. */
export const currentSession = cache(async (): Promise<SignedIn | null> => {
  const session: { sid?: string } | null = await getServerSession(authOptions())
  const userId = session?.sid ? await userOfSession(session.sid) : null
  const person = userId === null ? null : await findPerson(userId)
  if (!person) return null
  const { name, email, locale, theme } = person
  return { actor: actorOf(person), user: { name, email, initials: initialsOf(name), locale, theme } }
})

/** The actor of this request. Nobody signed in goes to the sign-in page. */
export async function requireActor(): Promise<Extract<Actor, { kind: 'user' }>> {
  const session = await currentSession()
  if (!session) redirect('/sign-in')
  return session.actor
}

/** 'Wei Lin' signs as 'WL'; a Chinese name by its last two characters. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  if (words.length === 1) return (words[0] ?? '').slice(-2).toUpperCase()
  return words
    .map((word) => word[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase()
}
