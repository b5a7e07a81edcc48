import { useTranslations } from 'next-intl'
import { DataTable } from '@/ui/data-table/data-table'
import { DateText } from '@/ui/date-text'
import { Section } from '@/ui/section'
import { StatusMark, type StatusShape } from '@/ui/status-mark'
import type { CodeMapRow } from '../queries/find-code-maps'

const SHAPE: Readonly<Record<CodeMapRow['state'], StatusShape>> = { proposed: 'partly', approved: 'ready', rejected: 'overdue' }

type CodeMapHistoryProps = { maps: readonly CodeMapRow[] }

/** Every map the code had: from when to when, who asked, who decided and why. */
export function CodeMapHistory({ maps }: CodeMapHistoryProps) {
  const t = useTranslations('deductions')
  return (
    <Section title={t('codes.history')} id="maps">
      <DataTable
        kind="section"
        name={t('codes.history')}
        rows={maps}
        rowKey={(map) => map.id}
        columns={[
          {
            key: 'state',
            title: t('column.state'),
            cell: (map) => <StatusMark shape={SHAPE[map.state]}>{t(`codes.mapState.${map.state}`)}</StatusMark>,
          },
          { key: 'category', title: t('column.category'), cell: (map) => t(`category.${map.category}`) },
          { key: 'reason', title: t('codes.internalReason'), look: 'wrap', cell: (map) => map.internalReason },
          { key: 'sap', title: t('codes.sapReason'), look: 'quiet', cell: (map) => map.sapReason ?? '–' },
          { key: 'from', title: t('codes.validFrom'), look: 'quiet', cell: (map) => <DateText value={map.validFrom} /> },
          {
            key: 'to',
            title: t('codes.validTo'),
            look: 'quiet',
            cell: (map) => (map.lastDay === null ? t('codes.openEnd') : <DateText value={map.lastDay} />),
          },
          { key: 'asked', title: t('codes.askedBy'), look: 'quiet', cell: (map) => map.requestedByName ?? '–' },
          { key: 'decided', title: t('codes.decidedBy'), look: 'quiet', cell: (map) => map.decidedByName ?? '–' },
          { key: 'why', title: t('codes.decisionReason'), look: 'wrap', hide: 'narrow', cell: (map) => map.reason ?? '' },
        ]}
        empty={<p className="q">{t('codes.noMaps')}</p>}
      />
    </Section>
  )
}
