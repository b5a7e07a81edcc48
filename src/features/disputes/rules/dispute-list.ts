import type { ListShape } from '@/core/list-shape'
import { CATEGORIES } from '@/features/deductions/rules/deduction'

/** Where a filed dispute stands, with how it ended where it did. */
export const DISPUTE_STATUSES = ['submitted', 'answered', 'won', 'partly', 'lost', 'withdrawn', 'closed'] as const

/** The list of filed disputes: when the answer is due, what came of it. */
export const DISPUTE_LIST = {
  key: 'disputes',
  path: '/disputes',
  title: 'disputes.disputes',
  empty: 'disputes.emptyDisputes',
  href: '/disputes/{id}',
  columns: [
    { key: 'claim', kind: 'text', title: 'disputes.column.claim', look: 'key' },
    { key: 'customer', kind: 'choice', named: 'customers', title: 'disputes.column.customer', look: 'clip' },
    {
      key: 'category',
      kind: 'choice',
      choices: CATEGORIES,
      words: 'deductions.category',
      title: 'disputes.column.category',
      look: 'quiet',
      hide: 'phone',
    },
    { key: 'amount', kind: 'money', title: 'disputes.column.amount' },
    { key: 'submitted', kind: 'date', isOptional: true, title: 'disputes.column.submitted', look: 'quiet' },
    { key: 'reference', kind: 'text', isOptional: true, title: 'disputes.column.reference', look: 'quiet', hide: 'phone' },
    { key: 'answerDue', kind: 'deadline', isOptional: true, title: 'disputes.column.answerDue' },
    {
      key: 'state',
      kind: 'choice',
      choices: DISPUTE_STATUSES,
      words: 'disputes.status',
      title: 'disputes.column.state',
      marks: {
        submitted: { shape: 'none' },
        answered: { shape: 'partly' },
        won: { shape: 'ready' },
        partly: { shape: 'partly' },
        lost: { shape: 'fixed', tone: 'quiet' },
        withdrawn: { shape: 'fixed', tone: 'quiet' },
        closed: { shape: 'fixed', tone: 'quiet' },
      },
    },
    { key: 'owner', kind: 'choice', named: 'people', isOptional: true, title: 'deductions.column.owner', look: 'quiet', hide: 'narrow' },
    { key: 'won', kind: 'money', title: 'disputes.column.won', hide: 'narrow' },
    { key: 'lost', kind: 'money', title: 'disputes.column.lost', hide: 'narrow' },
    { key: 'answered', kind: 'date', isOptional: true, title: 'disputes.column.answered', look: 'quiet', isQuiet: true },
    { key: 'package', kind: 'number', isOptional: true, title: 'disputes.column.package', isQuiet: true },
    { key: 'invoice', kind: 'text', isOptional: true, title: 'deductions.column.invoice', look: 'quiet', isQuiet: true },
    { key: 'po', kind: 'text', isOptional: true, title: 'deductions.column.po', look: 'quiet', isQuiet: true },
    { key: 'currency', kind: 'choice', named: 'currencies', title: 'ui.export.currency', isField: true },
  ],
  tabs: {
    param: 'tab',
    keys: ['filed', 'due', 'answered', 'promised', 'closed', 'all'],
    usual: 'filed',
    words: 'disputes.disputeTab',
    worth: ['filed', 'due', 'promised'],
    worthBy: { promised: 'won' },
  },
  quick: ['customer', 'category', 'state', 'owner'],
  search: 'disputes.listSearch',
  sort: { key: 'answerDue', direction: 'asc' },
  sums: ['amount', 'won'],
} as const satisfies ListShape
