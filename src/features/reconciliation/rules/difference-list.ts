import type { ListShape } from '@/core/list-shape'
import { TEAMS } from '@/features/tasks/rules/teams'
import { DIFFERENCE_KINDS } from './difference-kinds'

const SOURCES = ['order', 'asn', 'receipt', 'sap', '214', 'invoice', 'sent-invoice'] as const

/** Where SAP, portal, logistics and billing disagree: which paper, what differs, both sides beside each other, who corrects it. */
export const DIFFERENCE_LIST = {
  key: 'reconciliation',
  path: '/reconciliation',
  title: 'reconciliation.title',
  empty: 'reconciliation.empty',
  columns: [
    { key: 'number', sort: 'po', kind: 'text', isOptional: true, title: 'reconciliation.column.number', look: 'key' },
    { key: 'customer', kind: 'choice', named: 'customers', title: 'reconciliation.column.customer', look: 'clip' },
    { key: 'kind', kind: 'choice', choices: DIFFERENCE_KINDS, words: 'reconciliation.kind', title: 'reconciliation.column.kind' },
    { key: 'line', kind: 'text', isOptional: true, title: 'reconciliation.column.line', align: 'right', look: 'quiet' },
    { key: 'item', kind: 'text', isOptional: true, title: 'reconciliation.column.item', look: 'clip', hide: 'narrow' },
    { key: 'sap', kind: 'text', isOptional: true, title: 'reconciliation.column.sap', align: 'right', isUnsorted: true, isUnasked: true },
    {
      key: 'other',
      kind: 'text',
      isOptional: true,
      title: 'reconciliation.column.other',
      align: 'right',
      isUnsorted: true,
      isUnasked: true,
    },
    {
      key: 'source',
      kind: 'choice',
      choices: SOURCES,
      words: 'reconciliation.source',
      hide: 'narrow',
      title: 'reconciliation.column.source',
      look: 'quiet',
    },
    {
      key: 'difference',
      kind: 'text',
      title: 'reconciliation.column.difference',
      align: 'right',
      look: 'quiet',
      isUnsorted: true,
      isUnasked: true,
    },
    { key: 'worth', sort: 'severity', kind: 'money', title: 'reconciliation.column.worth' },
    { key: 'team', kind: 'choice', choices: TEAMS, words: 'tasks.teams', title: 'reconciliation.column.team' },
    { key: 'due', kind: 'deadline', isOptional: true, title: 'reconciliation.column.due' },
    { key: 'match', kind: 'text', isOptional: true, title: 'reconciliation.column.match', look: 'quiet', hide: 'narrow', isUnasked: true },
    {
      key: 'state',
      kind: 'choice',
      choices: ['open', 'asked', 'accepted', 'resolved'],
      words: 'reconciliation.state',
      title: 'reconciliation.column.state',
      marks: {
        open: { shape: 'none', tone: 'plain' },
        asked: { shape: 'partly', tone: 'plain' },
        accepted: { shape: 'fixed', tone: 'plain' },
        resolved: { shape: 'ready', tone: 'done' },
      },
    },
    { key: 'first-seen', kind: 'instant', title: 'reconciliation.column.firstSeen', look: 'quiet', hide: 'narrow' },
    { key: 'currency', kind: 'choice', named: 'currencies', title: 'ui.export.currency', isField: true },
  ],
  tabs: {
    param: 'state',
    keys: ['open', 'asked', 'accepted', 'resolved', 'all'],
    usual: 'open',
    words: 'reconciliation.tab',
    worth: ['open', 'asked'],
  },
  quick: ['customer', 'kind', 'team', 'source'],
  search: 'reconciliation.filter.qHint',
  sort: { key: 'severity', direction: 'desc' },
  sums: ['worth'],
} as const satisfies ListShape
