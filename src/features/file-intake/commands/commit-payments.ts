import { releaseRemovedLines } from '@/features/deductions/commands/release-removed-lines'
import { commitRemittances } from '@/features/remittances/commands/commit-remittances'
import { settleCheques } from '@/features/remittances/commands/settle-cheques'
import type { Scope } from '@/server/command'

/** Takes over staged payment advices, those of bare invoices by what is open of them, and what was found from lines that a changed copy does not have any more goes with them. */
export async function commitPayments(scope: Scope, batchId: string): Promise<void> {
  for (const { position, because, facts } of await settleCheques(scope, batchId)) {
    const message = `The payment names ${facts.found ?? ''} without amounts; what each gets is open (${because}).`
    await scope.tx.importFinding.create({
      data: { batchId, position, field: 'amount', code: 'remittance/amounts-open', message, facts },
    })
  }
  await commitRemittances(scope, batchId)
  for (const { position, number, claimNumber } of await releaseRemovedLines(scope, batchId)) {
    const message = `The line of deduction #${number} is not in this copy any more; the deduction was worked on and stays.`
    const found = [`#${number}`, claimNumber].filter((part) => part !== null).join(' ')
    await scope.tx.importFinding.create({
      data: { batchId, position, field: 'lines', code: 'remittance/line-gone', message, facts: { found } },
    })
  }
}
