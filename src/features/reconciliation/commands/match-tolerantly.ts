import { raw, type Tx } from '@/server/db/client'
import { linkDocuments } from './link-documents'
import { matchOrderLines } from './match-order-lines'

/**
 * The tolerant pass: documents first, then the lines that still stand alone. It works on temporary tables only, whose sizes the
 * planner cannot know well; loops over pairs are switched off for it, because a wrong guess would make it quadratic.
 */
export async function matchTolerantly(tx: Tx): Promise<void> {
  await tx.$executeRaw(raw('SET LOCAL enable_nestloop = off'))
  await linkDocuments(tx)
  await matchOrderLines(tx)
  await tx.$executeRaw(raw('SET LOCAL enable_nestloop = on'))
}
