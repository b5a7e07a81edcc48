import type { ListShape } from '@/core/list-shape'

/** The customer's last word on an invoice. */
const ANSWERS = ['accepted', 'with-errors', 'rejected'] as const

/** The list of invoices: what was billed, what came of it, what was taken off. */
export const INVOICE_LIST = {
  key: 'invoices',
  path: '/invoices',
  title: 'invoices.title',
  empty: 'invoices.empty',
  href: '/invoices/{number}',
  columns: [
    { key: 'number', kind: 'text', title: 'invoices.column.number', look: 'key' },
    { key: 'customer', kind: 'choice', named: 'customers', title: 'invoices.column.customer', look: 'clip' },
    { key: 'invoiced', kind: 'date', isOptional: true, title: 'invoices.column.invoiced', look: 'quiet' },
    { key: 'due', kind: 'date', isOptional: true, title: 'invoices.column.due', look: 'quiet', hide: 'phone' },
    { key: 'po', kind: 'text', isOptional: true, title: 'invoices.column.po', look: 'quiet' },
    { key: 'net', kind: 'money', title: 'invoices.column.net' },
    { key: 'paid', kind: 'money', title: 'invoices.column.paid' },
    { key: 'deducted', kind: 'money', title: 'invoices.column.deducted' },
    { key: 'open', kind: 'money', title: 'invoices.column.open' },
    {
      key: 'answer',
      kind: 'choice',
      isOptional: true,
      choices: ANSWERS,
      words: 'invoices.answerWord',
      title: 'invoices.column.answer',
      hide: 'narrow',
      marks: { accepted: { shape: 'ready' }, 'with-errors': { shape: 'partly' }, rejected: { shape: 'due' } },
    },
    { key: 'delivery', kind: 'text', isOptional: true, title: 'invoices.column.delivery', look: 'quiet', isQuiet: true },
    { key: 'lines', kind: 'number', title: 'invoices.column.lines', isQuiet: true },
    { key: 'version', kind: 'number', title: 'invoices.column.version', isQuiet: true },
    { key: 'currency', kind: 'choice', named: 'currencies', title: 'ui.export.currency', isField: true },
  ],
  tabs: { param: 'tab', keys: ['all', 'deducted', 'unpaid'], usual: 'all', words: 'invoices.tab' },
  quick: ['customer', 'answer'],
  search: 'invoices.search',
  sort: { key: 'invoiced', direction: 'desc' },
  sums: ['net'],
} as const satisfies ListShape
