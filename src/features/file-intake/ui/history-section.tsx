import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/ui/data-table/data-table'
import { InstantText } from '@/ui/date-text'
import { EmptyState } from '@/ui/empty-state'
import { Section } from '@/ui/section'
import type { CorrectionImport, Sending } from '../queries/find-brought'

type HistorySectionProps = { sendings: readonly Sending[]; timesSent: number; corrections: readonly CorrectionImport[] }

/** Every time these bytes came, and the imports that belong to this one. */
export function HistorySection({ sendings, timesSent, corrections }: HistorySectionProps) {
  const t = useTranslations('fileIntake')
  return (
    <>
      {corrections.length > 0 && (
        <Section title={t('corrections')} id="corrections">
          <ul className="ev" aria-label={t('corrections')}>
            {corrections.map((other) => (
              <li key={other.id} style={{ gridTemplateColumns: 'minmax(0,1fr) auto' }}>
                <div>
                  <span className="q">{t(other.is_parent ? 'correctionOf' : 'correction')}</span>{' '}
                  <Link href={`/imports/${other.id}`}>{other.file_name}</Link>
                  <small>{t('numberOf', { number: other.number })}</small>
                </div>
                <span className="m">{t('upload.imported', { accepted: other.accepted, duplicate: 0, rejected: other.rejected })}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('sendings')} id="sendings" note={t('times', { count: timesSent })}>
        <DataTable
          kind="section"
          name={t('sendings')}
          rows={sendings.map((sending, index) => ({ ...sending, key: String(index) }))}
          rowKey={(row) => row.key}
          columns={[
            { key: 'when', title: t('column.when'), cell: (row) => <InstantText value={row.sent_at} style="medium" /> },
            { key: 'way', title: t('column.way'), cell: (row) => t(`way.${row.way}`) },
            { key: 'who', title: t('column.who'), cell: (row) => row.sent_by ?? t('nobody') },
            { key: 'path', title: t('path'), look: 'clip', cell: (row) => row.path },
          ]}
          empty={<EmptyState>{t('noSendings')}</EmptyState>}
        />
      </Section>
    </>
  )
}
