import { money } from '@/core/money'
import { askedQuestions } from './asked-questions'
import type { DecisionHead, LaterDecision } from './decision'
import { DEMO_PEOPLE } from './people'
import { planWorld } from './plan-world'
import type { Claim } from './world'

/**
 * What the people of the demo did until today, oldest first, to be replayed through the real commands. A cash discount has no
 * claim number and no decision. The order is safe: assigned before submitted, submitted before answered.
 */
export function laterDecisions(): LaterDecision[] {
  const { claims } = planWorld()
  const numbered = claims.filter((claim) => claim.number !== '')
  const decisions = [...numbered.flatMap(assigned), ...numbered.flatMap(decided), ...askedQuestions(numbered)]
  return decisions.sort((a, b) => b.onDaysAgo - a.onDaysAgo)
}

function headOf(claim: Claim, day: number, by: string): DecisionHead {
  return { onDaysAgo: -day, by, customer: claim.customer.id, claimNo: claim.number }
}

/** The specialist of a claim: Lin Wei has the mockups' customers, Petra Olsen the others. */
function specialistOf(claim: Claim): string {
  return ['C01', 'C03', 'C04', 'C05', 'C06', 'C08'].includes(claim.customer.id) ? 'LW' : 'PO'
}

function accountManagerOf(claim: Claim): string {
  return DEMO_PEOPLE.find((one) => one.roles.includes('account-manager') && one.customers?.includes(claim.customer.id))?.key ?? 'MB'
}

/** Claims of the last days stay unassigned: they are what a manager hands out in the morning. */
function assigned(claim: Claim): LaterDecision[] {
  if (claim.payDay > -3 && !claim.isFeatured) return []
  return [{ ...headOf(claim, Math.min(claim.payDay + 1, -1), 'HS'), action: 'assign', owner: specialistOf(claim) }]
}

const ACCEPTED: Readonly<Record<string, string>> = {
  pickError: 'We picked too little, the receipt shows it.',
  carrierLoss: 'Short on the receipt; we claim it from the carrier.',
  wrongPriceBilled: 'Billed above the agreed price, see the price condition.',
  changeNotBooked: 'The price change came by EDI and was not booked.',
  agreedProgramme: 'Within the agreement: dates, articles and rate agree.',
  shippedLate: 'We shipped after the window.',
  goodsReturned: 'Authorised, received and not credited before.',
}
const DENIED = [
  'Denied: receipt stands as recorded.',
  'Denied: documents do not show the purchase order number.',
  'Denied: filed without the signed page.',
] as const

function decided(claim: Claim, index: number): LaterDecision[] {
  const { outcome } = claim
  const specialist = specialistOf(claim)
  switch (outcome.state) {
    case 'open':
      return []
    case 'expired':
      return [
        {
          ...headOf(claim, Math.min(claim.deadlineDay + 1, 0), 'HS'),
          action: 'expire',
          reason: 'The window closed before the papers were complete.',
        },
      ]
    case 'accepted':
      return [
        { ...headOf(claim, outcome.day, specialist), action: 'accept', reason: ACCEPTED[claim.because] ?? 'Checked, the amount is owed.' },
      ]
    case 'submitted': {
      const by = accountManagerOf(claim)
      const submit: LaterDecision = { ...headOf(claim, outcome.day, by), action: 'submit', portalReference: outcome.portalReference }
      if (outcome.answer === null) return [submit]
      const { day, won, repaidDay } = outcome.answer
      const { currency } = claim.customer
      if (won === 0n) return [submit, { ...headOf(claim, day, by), action: 'lose', reason: DENIED[index % DENIED.length] ?? DENIED[0] }]
      const paidOnDaysAgo = repaidDay === null ? null : -repaidDay
      return [
        submit,
        { ...headOf(claim, day, by), action: 'win', amount: money(won, currency), claimed: money(claim.amount, currency), paidOnDaysAgo },
      ]
    }
  }
}
