import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { ROLES, type Role } from '@/core/actor'
import { join, select, sql } from '@/server/db/client'
import { env } from '@/server/env'

export type DemoSignIn = { email: string; password: string; name: string; role: Role }

const PATH = 'prisma/seed/demo-accounts.json'
const DemoAccounts = z.object({ password: z.string(), accounts: z.array(z.object({ role: z.enum(ROLES), email: z.string() })) })

/**
 * The invented people of the demo company, while it is loaded; an empty list in every other database.
 * Asked by the sign-in page, so there is no actor yet; nothing but the published demo accounts is ever returned.
 */
export async function findDemoSignIns(): Promise<DemoSignIn[]> {
  if (env().RECOUP_DEMO !== '1') return []
  const text = await readFile(PATH, 'utf8').catch(() => null)
  const demo = text === null ? null : DemoAccounts.safeParse(JSON.parse(text))
  if (!demo?.success || demo.data.accounts.length === 0) return []
  const { password, accounts } = demo.data
  const emails = join(accounts.map((account) => account.email))
  const present = await select<{ email: string; name: string }>(
    sql`SELECT email, name FROM app_user WHERE email IN (${emails}) AND NOT is_disabled`,
  )
  return accounts.flatMap(({ role, email }) => {
    const person = present.find((one) => one.email === email)
    return person ? [{ email, password, name: person.name, role }] : []
  })
}
