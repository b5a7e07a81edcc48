import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { InstantText } from '@/ui/date-text'
import { PageHeader } from '@/ui/page-header'
import type { ImportDetail } from '../queries/find-import'
import { BatchStateText } from './batch-state'
import { kindText } from './kind-text'

type ImportHeaderProps = { detail: ImportDetail; actions: ReactNode }

export function ImportHeader({ detail, actions }: ImportHeaderProps) {
  const t = useTranslations('fileIntake')
  return (
    <PageHeader
      title={detail.file_name}
      subtitle={kindText(t, detail.kind)}
      crumbs={[{ label: t('title'), href: '/imports' }, { label: t('numberOf', { number: detail.number }) }]}
      actions={actions}
      facts={[
        { term: t('column.state'), value: <BatchStateText state={detail.state} reason={detail.reason} rejected={detail.rejected} /> },
        { term: t('column.customer'), value: detail.customer_name ?? t('noCustomer') },
        { term: t('column.way'), value: t(`way.${detail.way}`) },
        { term: t('column.who'), value: detail.uploaded_by ?? t(`way.${detail.way}`) },
        { term: t('column.when'), value: <InstantText value={detail.created_at} style="medium" /> },
        { term: t('timesSent'), value: t('times', { count: detail.times_sent }) },
      ]}
    />
  )
}
