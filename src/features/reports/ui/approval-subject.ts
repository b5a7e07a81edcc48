import { comparisonKey } from '@/core/comparison-key'
import type { ApprovalRow } from '@/features/approvals/queries/find-approvals'
import { GivingUp } from '@/features/deductions/schemas'
import { codeHref } from '@/features/deductions/ui/code-href'
import { givingUpText } from '@/features/deductions/ui/giving-up-text'
import { orderHref } from '@/features/orders/ui/order-href'
import type { MoneyLike } from '@/i18n/formats'

/** Where what is asked for can be looked at and decided, what it is in a few words, and the money it gives up. */
export function approvalSubject(
  row: ApprovalRow,
  deductions: (key: string) => string,
  reconciliation: (key: string) => string,
): { href: string; text: string; amount: MoneyLike | null } {
  switch (row.kind) {
    case 'code-map': {
      const { code, category, internalReason } = row.content
      const words = [typeof category === 'string' ? deductions(`category.${category}`) : '', internalReason].filter((part) => part !== '')
      return { href: codeHref(row.customer_code ?? '', comparisonKey(String(code))), text: words.join(' · '), amount: null }
    }
    case 'difference-tolerance':
      return { href: '/reconciliation/tolerances', text: reconciliation(`kind.${String(row.content['kind'])}`), amount: null }
    case 'order-release': {
      const { poNumber, line, expected, actual, reason } = row.content
      const words = [line === '' ? '' : String(line), `${String(expected ?? '–')} → ${String(actual ?? '–')}`, reason].filter(
        (part) => part !== '',
      )
      return {
        href: `${orderHref(row.customer_code ?? '', comparisonKey(String(poNumber)))}#exceptions`,
        text: words.join(' · '),
        amount: null,
      }
    }
    case 'evidence-rule': {
      const { category, evidence } = row.content
      const text = `${deductions(`category.${String(category)}`)} · ${deductions(`evidenceKind.${String(evidence)}`)}`
      return { href: `/disputes/lessons?customer=${encodeURIComponent(row.customer_code ?? '')}#proposals`, text, amount: null }
    }
    case 'giving-up': {
      const content = GivingUp.parse(row.content)
      const amount = { minor: content.amountMinor, currency: content.currency }
      return { href: `/deductions/${row.subject_id}#approval`, text: givingUpText(content, deductions), amount }
    }
  }
}
