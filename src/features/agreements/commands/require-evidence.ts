import * as z from 'zod'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canKeepPlaybook } from '../policy'

const Level = z.enum(['required', 'recommended'])
const RequireEvidenceInput = z.strictObject({
  customerId: z.uuid(),
  category: z.string().max(40),
  evidence: z.string().max(40),
  /** The list of a customer that has none of its own yet. */
  usual: z.array(z.tuple([z.string().max(40), Level])).max(20),
  source: z.string().max(400),
})

/** Makes a paper required in every list of a customer for a category; a customer without a list of its own starts from the usual one. */
export const requireEvidence = defineCommand({
  event: 'evidence-list.tightened',
  input: RequireEvidenceInput,
  find: findCustomer,
  allow: canKeepPlaybook,
  async change({ tx }, customer, { category, evidence, usual, source }) {
    const list = sql`customer_id = ${customer.id}::uuid AND category = ${category}`
    const [own] = await selectIn<{ count: number }>(tx, sql`SELECT count(*)::int AS count FROM evidence_requirement WHERE ${list}`)
    if (own?.count === 0)
      await tx.evidenceRequirement.createMany({
        data: usual.map(([kind, level], index) => ({
          customerId: customer.id,
          category,
          evidence: kind,
          level,
          sortOrder: index + 1,
          source,
        })),
      })
    await tx.$executeRaw(
      sql`UPDATE evidence_requirement SET level = 'required', source = ${source} WHERE ${list} AND evidence = ${evidence}`,
    )
    await tx.$executeRaw(sql`
      INSERT INTO evidence_requirement (customer_id, category, freight_terms, evidence, level, sort_order, source)
      SELECT ${customer.id}::uuid, ${category}, n.freight_terms, ${evidence}, 'required', n.last + 1, ${source}
      FROM (SELECT freight_terms, max(sort_order) AS last, bool_or(evidence = ${evidence}) AS is_there FROM evidence_requirement WHERE ${list}
        GROUP BY freight_terms) n WHERE NOT n.is_there`)
    return { customerId: customer.id, category }
  },
})

async function findCustomer({ tx }: Scope, { customerId }: z.output<typeof RequireEvidenceInput>): Promise<{ id: string } | null> {
  return tx.customer.findUnique({ where: { id: customerId }, select: { id: true } })
}
