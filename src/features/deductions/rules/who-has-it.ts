import type { Team } from '@/features/tasks/rules/teams'
import { EVIDENCE_KINDS, type EvidenceKind } from './evidence-needed'
import type { MissingPaper } from './verdict'

/** Who can bring a paper, and within how many days they usually do. Source: what carriers, plants and finance desks need to look it up. */
export const WHO_HAS_IT: Readonly<Record<EvidenceKind, { team: Team; days: number }>> = {
  'proof-of-delivery': { team: 'logistics', days: 3 },
  'bill-of-lading': { team: 'warehouse', days: 2 },
  'ship-notice': { team: 'logistics', days: 2 },
  'carrier-status': { team: 'logistics', days: 2 },
  'warehouse-count': { team: 'warehouse', days: 2 },
  'return-receipt': { team: 'warehouse', days: 2 },
  'freight-bill': { team: 'logistics', days: 3 },
  'purchase-order': { team: 'order-management', days: 1 },
  'return-authorisation': { team: 'order-management', days: 2 },
  invoice: { team: 'finance', days: 1 },
  'bank-entry': { team: 'finance', days: 2 },
  remittance: { team: 'cash', days: 1 },
  'agreed-price': { team: 'sales', days: 3 },
  agreement: { team: 'sales', days: 3 },
  'stock-report': { team: 'sales', days: 3 },
  claim: { team: 'sales', days: 2 },
  'first-deduction': { team: 'deductions', days: 1 },
}

const EVIDENCE_OF: Readonly<Partial<Record<MissingPaper, EvidenceKind>>> = {
  'claim-detail': 'claim',
  receipt: 'claim',
  order: 'purchase-order',
}

/** The team to turn to for what a verdict lacks: who has the paper, else our own desk, which also reads papers that are there. */
export function whoHas(paper: MissingPaper): Team {
  const evidence = EVIDENCE_OF[paper] ?? EVIDENCE_KINDS.find((kind) => kind === paper)
  return evidence === undefined ? 'deductions' : WHO_HAS_IT[evidence].team
}
