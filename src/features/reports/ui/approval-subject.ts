import { comparisonKey } from '@/core/comparison-key'
import type { ApprovalRow } from '@/features/approvals/queries/find-approvals'
import { codeHref } from '@/features/deductions/ui/code-href'

/** Where what is asked for can be looked at and decided, and what it is in a few words. */
export function approvalSubject(row: ApprovalRow, deductions: (key: string) => string): { href: string; text: string } {
  switch (row.kind) {
    case 'code-map': {
      const { code, category, internalReason } = row.content
      const words = [typeof category === 'string' ? deductions(`category.${category}`) : '', internalReason].filter((part) => part !== '')
      return { href: codeHref(row.customer_code ?? '', comparisonKey(String(code))), text: words.join(' · ') }
    }
  }
}
