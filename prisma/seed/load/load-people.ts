import type { Actor } from '@/core/actor'
import { assignCustomers } from '@/features/customers/commands/assign-customers'
import { addUser } from '@/features/people/commands/add-user'
import { actorOf, findPerson } from '@/server/actor-of-user'
import { db } from '@/server/db/client'
import { DEMO_PASSWORD, DEMO_PEOPLE, type DemoPerson } from '../story/people'

/** The demo's staff as actors, by their key in the story. People who are there already are left as they are. */
export async function loadPeople(actor: Actor): Promise<ReadonlyMap<string, Actor>> {
  const loaded = new Map<string, Actor>()
  for (const person of DEMO_PEOPLE) {
    const id = await ensureUser(actor, person)
    const found = await findPerson(id)
    if (found) loaded.set(person.key, actorOf(found))
  }
  return loaded
}

async function ensureUser(actor: Actor, person: DemoPerson): Promise<string> {
  const existing = await db().appUser.findUnique({ where: { email: person.email }, select: { id: true } })
  if (existing) return existing.id
  const { id } = await addUser(actor, {
    email: person.email,
    name: person.name,
    roles: [...person.roles],
    password: DEMO_PASSWORD,
    locale: person.locale,
  })
  if (person.customers !== null) {
    const customers = await db().customer.findMany({ where: { code: { in: [...person.customers] } }, select: { id: true } })
    await assignCustomers(actor, { userId: id, customerIds: customers.map((customer) => customer.id) })
  }
  return id
}
