import { assignDeductionAction } from '@/features/deductions/actions'
import { writeCell } from '@/ui/data-table/use-inline-edit'
import type { KitEdits } from '@/ui/list-kit/list-columns'
import type { AllTexts } from '@/ui/list-kit/list-words'

/** Somebody on whose desk a dispute may be put. */
export type DisputeOwner = { id: string; name: string }

/** Whose desk the deduction of a dispute lies on is changed in the cell, for who may hand out work. */
export function disputeEdits(t: AllTexts, people: readonly DisputeOwner[]): KitEdits {
  return {
    owner: {
      canEdit: ({ cells }) => people.length > 0 && cells['isOpen'] === 'true',
      field: [{ value: '', label: t('deductions.nobody') }, ...people.map(({ id, name }) => ({ value: id, label: name }))],
      valueOf: ({ cells }) => cells['ownerId'] ?? '',
      wordOf: ({ cells }) => cells['owner'] ?? t('deductions.nobody'),
      label: (name) => t('deductions.edit.label.owner', { name }),
      saved: (name) => t('deductions.edit.saved.owner', { name }),
      async write({ id, cells }, version, value) {
        const deductions = [{ id: cells['deductionId'] ?? '', version }]
        const answer = await writeCell(assignDeductionAction, { deductions, ownerId: value === '' ? null : value })
        // The row is that of the dispute, the version that of its deduction.
        return answer.ok ? { ok: true, result: { rows: answer.result.rows.map((row) => ({ ...row, id })) } } : answer
      },
    },
  }
}
