import type { Team } from '@/features/tasks/rules/teams'

/** Steps of an order that are late, missing or refused, in the order of trade. */
export const SIGNAL_KINDS = [
  'order-unconfirmed',
  'window-at-risk',
  'goods-issue-missing',
  'notice-missing',
  'notice-refused',
  'notice-unanswered',
  'proof-missing',
  'proof-weak',
  'receipt-missing',
  'invoice-missing',
  'invoice-before-goods',
  'invoice-refused',
  'invoice-unanswered',
  'payment-overdue',
] as const
export type SignalKind = (typeof SIGNAL_KINDS)[number]

export const SIGNAL_STATES = ['open', 'asked', 'closed'] as const
export type SignalState = (typeof SIGNAL_STATES)[number]

/** The team that can put the step right. */
export const TEAM_OF_SIGNAL: Readonly<Record<SignalKind, Team>> = {
  'order-unconfirmed': 'order-management',
  'window-at-risk': 'warehouse',
  'goods-issue-missing': 'warehouse',
  'notice-missing': 'logistics',
  'notice-refused': 'logistics',
  'notice-unanswered': 'logistics',
  'proof-missing': 'logistics',
  'proof-weak': 'logistics',
  'receipt-missing': 'logistics',
  'invoice-missing': 'finance',
  'invoice-before-goods': 'finance',
  'invoice-refused': 'finance',
  'invoice-unanswered': 'finance',
  'payment-overdue': 'cash',
}
