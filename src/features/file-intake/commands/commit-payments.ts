import { releaseRemovedLines } from '@/features/deductions/commands/release-removed-lines'
import { commitRemittances } from '@/features/remittances/commands/commit-remittances'
import type { Scope } from '@/server/command'

/** Takes over staged payment advices, and what was found from lines that a changed copy does not have any more goes with them. */
export async function commitPayments(scope: Scope, batchId: string): Promise<void> {
  await commitRemittances(scope, batchId)
  await releaseRemovedLines(scope, batchId)
}
