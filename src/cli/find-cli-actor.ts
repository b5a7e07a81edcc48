import type { Actor } from '@/core/actor'
import { systemActor } from '@/core/actor'
import { actorOf, findPerson } from '@/server/actor-of-user'
import { db } from '@/server/db/client'
import { UsageError } from './command'

/** Who a command acts as: the named person with exactly that person's rights, else the command line itself. */
export async function findCliActor(email: string | undefined): Promise<Actor> {
  if (email === undefined) return systemActor('cli')
  const user = await db().appUser.findUnique({ where: { email: email.trim().toLowerCase() }, select: { id: true } })
  const person = user ? await findPerson(user.id) : null
  if (!person) throw new UsageError(`${email}: no such user, or disabled`)
  return actorOf(person)
}
