import type { Money } from '@/core/money'
import type { EvidenceKind } from '@/features/deductions/rules/evidence-needed'
import type { Team } from '@/features/tasks/rules/teams'

/** Who did it, when, and to which claim. `by` is a key of `DEMO_PEOPLE`, `customer` a customer code. */
export type DecisionHead = { readonly onDaysAgo: number; readonly by: string; readonly customer: string; readonly claimNo: string }

/**
 * One thing that people did with a claim. Amounts are in the claim's currency.
 * 'assign' gives the claim to its owner; 'win' repays `amount`, in part when it is less than the claim, and is paid
 * `paidOnDaysAgo` or not yet (null); 'expire' is a deadline that passed; 'ask' is a request to a team, due in days from then.
 */
export type LaterDecision =
  | (DecisionHead & { readonly action: 'assign'; readonly owner: string })
  | (DecisionHead & { readonly action: 'accept'; readonly reason: string })
  | (DecisionHead & { readonly action: 'submit'; readonly portalReference: string })
  | (DecisionHead & { readonly action: 'win'; readonly amount: Money; readonly claimed: Money; readonly paidOnDaysAgo: number | null })
  | (DecisionHead & { readonly action: 'lose'; readonly reason: string })
  | (DecisionHead & { readonly action: 'expire'; readonly reason: string })
  | (DecisionHead & {
      readonly action: 'ask'
      readonly team: Team
      readonly evidence: EvidenceKind | 'question'
      readonly title: string
      readonly dueInDays: number
      readonly locale: 'en' | 'zh-CN'
    })
  | (DecisionHead & { readonly action: 'comment'; readonly text: string })
