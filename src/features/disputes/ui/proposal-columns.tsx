import type { ReactNode } from 'react'
import type { Locale } from '@/i18n/locale'
import type { Column } from '@/ui/data-table/data-table'
import { StatusMark, type StatusShape } from '@/ui/status-mark'
import type { EvidenceProposalRow } from '../queries/find-proposals'
import { shareText } from './lesson-columns'
import type { Texts } from './texts'

const SHAPES: Readonly<Record<EvidenceProposalRow['state'], StatusShape>> = { proposed: 'partly', approved: 'ready', rejected: 'overdue' }

type ProposalColumnOptions = { t: Texts; deductions: Texts; locale: Locale; decision: (row: EvidenceProposalRow) => ReactNode }

/** What shall be required, what it would have meant for past disputes, what it means for open claims, and on whose word. */
export function proposalColumns({ t, deductions, locale, decision }: ProposalColumnOptions): Column<EvidenceProposalRow>[] {
  return [
    { key: 'customer', title: t('column.customer'), cell: (row) => row.customerName },
    { key: 'category', title: t('column.category'), cell: (row) => deductions(`category.${row.category}`) },
    { key: 'paper', title: t('lesson.paper'), cell: (row) => deductions(`evidenceKind.${row.evidence}`) },
    {
      key: 'past',
      title: t('lesson.effectPast'),
      look: 'wrap',
      cell: ({ effect }) =>
        t('lesson.effectPastText', {
          with: shareText(effect.withWon, effect.withCases, t, locale),
          without: shareText(effect.withoutWon, effect.withoutCases, t, locale),
        }),
    },
    {
      key: 'open',
      title: t('lesson.effectOpen'),
      look: 'wrap',
      cell: ({ effect }) => t('lesson.effectOpenText', { lacking: effect.openWithout, count: effect.openClaims }),
    },
    {
      key: 'by',
      title: t('lesson.by'),
      look: 'quiet',
      cell: (row) => [row.requestedByName, row.decidedByName].filter(Boolean).join(' · '),
    },
    {
      key: 'state',
      title: t('column.state'),
      cell: (row) => <StatusMark shape={SHAPES[row.state]}>{t(`lesson.state.${row.state}`)}</StatusMark>,
    },
    { key: 'decide', title: t('lesson.decide'), cell: decision },
  ]
}
