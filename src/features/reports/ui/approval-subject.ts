import { comparisonKey } from '@/core/comparison-key'
import type { ApprovalRow } from '@/features/approvals/queries/find-approvals'
import { GivingUp } from '@/features/deductions/schemas'
import { codeHref } from '@/features/deductions/ui/code-href'
import { givingUpText } from '@/features/deductions/ui/giving-up-text'
import { orderHref } from '@/features/orders/ui/order-href'

/** Where what is asked for can be looked at and decided, and what it is in a few words. */
export function approvalSubject(
  row: ApprovalRow,
  deductions: (key: string) => string,
  reconciliation: (key: string) => string,
): { href: string; text: string } {
  switch (row.kind) {
    case 'code-map': {
      const { code, category, internalReason } = row.content
      const words = [typeof category === 'string' ? deductions(`category.${category}`) : '', internalReason].filter((part) => part !== '')
      return { href: codeHref(row.customer_code ?? '', comparisonKey(String(code))), text: words.join(' · ') }
    }
    case 'difference-tolerance':
      return { href: '/reconciliation/tolerances', text: reconciliation(`kind.${String(row.content['kind'])}`) }
    case 'order-release': {
      const { poNumber, line, expected, actual, reason } = row.content
      const words = [line === '' ? '' : String(line), `${String(expected ?? '–')} → ${String(actual ?? '–')}`, reason].filter(
        (part) => part !== '',
      )
      return { href: `${orderHref(row.customer_code ?? '', comparisonKey(String(poNumber)))}#exceptions`, text: words.join(' · ') }
    }
    case 'evidence-rule': {
      const { category, evidence } = row.content
      const text = `${deductions(`category.${String(category)}`)} · ${deductions(`evidenceKind.${String(evidence)}`)}`
      return { href: `/disputes/lessons?customer=${encodeURIComponent(row.customer_code ?? '')}#proposals`, text }
    }
    case 'giving-up':
      return { href: `/deductions/${row.subject_id}#approval`, text: givingUpText(GivingUp.parse(row.content), deductions) }
  }
}
