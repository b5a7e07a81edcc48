import type { ListField } from '@/core/list-conditions'
import { CATEGORIES, DEDUCTION_STATES, NEXT_ACTIONS } from './deduction'
import { LIABLE_PARTIES, VERDICT_KINDS } from './verdict'

/** What conditions over the tracker may speak of, in the order in which people look for it. */
export const TRACKER_FIELDS = {
  customer: { kind: 'choice' },
  claim: { kind: 'text', isOptional: true },
  invoice: { kind: 'text', isOptional: true },
  po: { kind: 'text', isOptional: true },
  payment: { kind: 'text', isOptional: true },
  amount: { kind: 'money' },
  open: { kind: 'money' },
  risk: { kind: 'money' },
  category: { kind: 'choice', choices: CATEGORIES },
  code: { kind: 'text', isOptional: true },
  verdict: { kind: 'choice', choices: VERDICT_KINDS },
  sure: { kind: 'number', isOptional: true },
  state: { kind: 'choice', choices: DEDUCTION_STATES },
  deadline: { kind: 'date', isOptional: true },
  taken: { kind: 'date' },
  lacking: { kind: 'number' },
  owner: { kind: 'choice', isOptional: true },
  next: { kind: 'choice', choices: NEXT_ACTIONS, isOptional: true },
  liable: { kind: 'choice', choices: LIABLE_PARTIES, isOptional: true },
  cause: { kind: 'choice', isOptional: true },
  currency: { kind: 'choice' },
} as const satisfies Readonly<Record<string, ListField>>
export type TrackerField = keyof typeof TRACKER_FIELDS
