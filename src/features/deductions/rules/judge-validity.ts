import { assertNever } from '@/core/problem'
import { takenAmount } from './claimed-line'
import { judgeCashDiscount } from './judge-cash-discount'
import { judgeCompliance } from './judge-compliance'
import { judgeDamage } from './judge-damage'
import { findFirst, judgeDuplicate } from './judge-duplicate'
import { judgeFreight } from './judge-freight'
import { judgePrice } from './judge-price'
import { judgePriceProtection } from './judge-price-protection'
import { judgePromotion } from './judge-promotion'
import { judgeRededuction } from './judge-rededuction'
import { judgeReturns } from './judge-returns'
import { judgeShortage } from './judge-shortage'
import { judgeSubstitution } from './judge-substitution'
import { judgeTax } from './judge-tax'
import { showWhole } from './part-of'
import { sourceOf, startReckoning, undecided, words } from './reckoning'
import { nameUnread } from './unread-papers'
import type { ValidityFacts } from './validity-facts'
import type { ValidityVerdict } from './verdict'

/** Raised whenever a judge or the category mapping changes what it says, so that old verdicts are judged again. */
export const RULE_SET = '2026-11-28.6'

export type Judgement = { judge: string; verdict: ValidityVerdict; duplicateOfId: string | null }

/** Picks the judge of the deduction's category; a deduction taken twice is a duplicate, one whose money had come back a re-deduction, whatever its category. */
export function judgeValidity(facts: ValidityFacts): Judgement {
  const { judge, verdict, duplicateOfId } = judgeWhole(facts)
  return { judge, verdict: showWhole(nameUnread(verdict, facts), facts.deduction), duplicateOfId }
}

function judgeWhole(facts: ValidityFacts): Judgement {
  const duplicate = judgeDuplicate(facts)
  if (duplicate) return { judge: 'duplicate', verdict: duplicate, duplicateOfId: findFirst(facts)?.id ?? null }
  const again = judgeRededuction(facts)
  if (again) return { judge: 'rededuction', verdict: again, duplicateOfId: null }
  const { category } = facts.deduction
  return { judge: category, verdict: judgeByCategory(facts), duplicateOfId: null }
}

function judgeByCategory(facts: ValidityFacts): ValidityVerdict {
  const { category, currency } = facts.deduction
  // Amounts of two currencies cannot be held against each other; a person asks what the customer converted, and how.
  if (facts.invoice !== null && facts.invoice.currency !== currency) {
    const reckoning = startReckoning()
    reckoning.read('invoicedIn', words(facts.invoice.currency), sourceOf('invoice', facts.invoice))
    return undecided(takenAmount(facts), reckoning, 'other-currency', ['claim-detail'])
  }
  switch (category) {
    case 'shortage':
      return judgeShortage(facts)
    case 'price':
    case 'post-audit':
      return judgePrice(facts)
    case 'cash-discount':
      return judgeCashDiscount(facts)
    case 'unclear':
    case 'duplicate':
      return undecided(takenAmount(facts), startReckoning(), 'claim-unexplained', ['claim-detail'])
    case 'promotion':
    case 'allowance':
      return judgePromotion(facts)
    case 'price-protection':
      return judgePriceProtection(facts)
    case 'returns':
      return judgeReturns(facts)
    case 'compliance':
      return judgeCompliance(facts)
    case 'freight':
      return judgeFreight(facts)
    case 'damage':
      return judgeDamage(facts)
    case 'substitution':
      return judgeSubstitution(facts)
    case 'tax':
      return judgeTax(facts)
    default:
      return assertNever(category)
  }
}
