import type { Scope } from '@/server/command'
import { BULK_KINDS, type BulkKind } from '../rules/bulk'

export type BulkForChange = { id: string; act: BulkKind; ownerId: string | null; requestedBy: string; isUndoAsked: boolean }

/** Deductions of one transaction of a change of many. */
export const BULK_CHUNK = 500

/** The change of many that a command works on. */
export async function findBulkForChange({ tx }: Scope, input: { bulkId: string }): Promise<BulkForChange | null> {
  const bulk = await tx.deductionBulk.findUnique({ where: { id: input.bulkId } })
  if (!bulk) return null
  const { id, act, ownerId, requestedBy, undoAskedAt } = bulk
  const kind = BULK_KINDS.find((one) => one === act)
  if (kind === undefined) throw new Error('unknown kind of a change of many')
  return { id, act: kind, ownerId, requestedBy, isUndoAsked: undoAskedAt !== null }
}
