import { type Actor, type Role, seesAllCustomers } from '@/core/actor'
import { asId } from '@/core/ids'
import { select, sql } from './db/client'

export type Person = {
  id: string
  email: string
  name: string
  locale: 'en' | 'zh-CN'
  theme: 'system' | 'light' | 'dark'
  roles: Role[]
  customer_ids: string[]
}

/** Reads who a user is now: name, roles and assigned customers; null when unknown or disabled. */
export async function findPerson(userId: string): Promise<Person | null> {
  const [person] = await select<Person>(sql`
    SELECT u.id, u.email, u.name, u.locale, u.theme,
      coalesce((SELECT array_agg(r.role ORDER BY r.role) FROM user_role r WHERE r.user_id = u.id), '{}') AS roles,
      coalesce((SELECT array_agg(a.customer_id::text ORDER BY a.customer_id) FROM customer_assignment a WHERE a.user_id = u.id), '{}') AS customer_ids
    FROM app_user u WHERE u.id = ${userId}::uuid AND NOT u.is_disabled`)
  return person ?? null
}

/** The actor that a person is. */
export function actorOf(person: Person): Extract<Actor, { kind: 'user' }> {
  const customerIds = seesAllCustomers(person.roles) ? 'all' : person.customer_ids.map((id) => asId<'customer'>(id))
  return { kind: 'user', userId: asId(person.id), name: person.name, roles: person.roles, customerIds }
}
