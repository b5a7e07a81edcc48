import type { LaterDecision } from './decision'
import type { Claim } from './world'

const HARBOR_NUMBERS = ['HP-881204', 'HP-881205', 'HP-881206']

/** Requests to other teams and comments: those of the mockups word for word, and one for every open claim that lacks a paper. */
export function askedQuestions(claims: readonly Claim[]): LaterDecision[] {
  return [...harborStory(), ...featuredAsks(), ...openAsks(claims)]
}

/** The truck of Harbor & Pine as its timeline shows it. */
function harborStory(): LaterDecision[] {
  const head = (onDaysAgo: number, by: string, claimNo: string) => ({ onDaysAgo, by, customer: 'C01', claimNo })
  return [
    ...HARBOR_NUMBERS.map(
      (claimNo): LaterDecision => ({
        ...head(3, 'LW', claimNo),
        action: 'ask',
        team: 'logistics',
        evidence: 'proof-of-delivery',
        title: 'POD page 2 with the gate stamp',
        dueInDays: 3,
        locale: 'zh-CN',
      }),
    ),
    { ...head(3, 'WX', 'HP-881204'), action: 'comment', text: 'Carrier will send the stamped page on Monday.' },
    {
      ...head(3, 'WX', 'HP-881204'),
      action: 'comment',
      text: 'Raised priority: $5,364.00 for the three claims of this truck is lost if we are late.',
    },
    {
      ...head(0, 'LW', 'HP-881204'),
      action: 'comment',
      text: 'Same truck, same seal as HP-881205 and HP-881206. One POD answers all three.',
    },
  ]
}

type Ask = readonly [
  customer: string,
  claimNo: string,
  onDaysAgo: number,
  team: 'logistics' | 'warehouse' | 'sales' | 'deductions',
  evidence:
    | 'bill-of-lading'
    | 'proof-of-delivery'
    | 'warehouse-count'
    | 'return-authorisation'
    | 'freight-bill'
    | 'carrier-status'
    | 'question',
  title: string,
  dueInDays: number,
]

const FEATURED_ASKS: readonly Ask[] = [
  ['C05', 'BM-770418', 5, 'sales', 'question', 'Ask the buyer for late filing, the window closed two days ago', 6],
  ['C05', 'BM-770422', 4, 'logistics', 'carrier-status', 'Appointment mail for the moved delivery', 5],
  ['C08', 'TN-5594-C', 6, 'logistics', 'proof-of-delivery', 'Receipt and photos of the ten units', 5],
  ['C01', 'HP-881231', 4, 'warehouse', 'return-authorisation', 'Which return is RA-77120? Find the goods', 4],
  ['C06', 'OG-19052', 3, 'logistics', 'freight-bill', 'Freight bill of the carrier for this delivery', 8],
  ['C05', 'BM-770451', 2, 'warehouse', 'warehouse-count', 'Photos of the opened cartons', 7],
  ['C03', 'KH-30802', 8, 'logistics', 'proof-of-delivery', 'Any receipt for the whole order? They say nothing came', 7],
  ['C04', 'CL-42150', 2, 'logistics', 'bill-of-lading', 'Signed bill of lading with the driver count', 6],
  ['C06', 'OG-19081', 1, 'logistics', 'bill-of-lading', 'Signed bill of lading, seal number readable', 6],
]

function featuredAsks(): LaterDecision[] {
  return FEATURED_ASKS.map(
    ([customer, claimNo, onDaysAgo, team, evidence, title, dueInDays]): LaterDecision => ({
      onDaysAgo,
      by: 'LW',
      customer,
      claimNo,
      action: 'ask',
      team,
      evidence,
      title,
      dueInDays,
      locale: team === 'logistics' ? 'zh-CN' : 'en',
    }),
  )
}

/** Open shortages and damage without a receipt: logistics is asked two days after the claim was found. */
function openAsks(claims: readonly Claim[]): LaterDecision[] {
  const waiting = claims.filter(
    (claim) =>
      !claim.isFeatured &&
      claim.outcome.state === 'open' &&
      claim.sale.pod === 'none' &&
      (claim.kind === 'carton' || claim.kind === 'damage'),
  )
  return waiting.map(
    (claim): LaterDecision => ({
      onDaysAgo: Math.max(0, -claim.payDay - 2),
      by: claim.customer.id === 'C02' ? 'PO' : 'LW',
      customer: claim.customer.id,
      claimNo: claim.number,
      action: 'ask',
      team: 'logistics',
      evidence: 'proof-of-delivery',
      title: `Delivery receipt for PRO ${claim.sale.pro}`,
      dueInDays: 5,
      locale: 'zh-CN',
    }),
  )
}
