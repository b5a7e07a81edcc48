import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { codeHref } from '@/features/deductions/ui/code-href'
import { PlaceLink } from '@/features/documents/ui/place-link'
import { orderHref } from '@/features/orders/ui/order-href'
import { joinParts } from '@/i18n/formats'
import { Capitalised } from '@/ui/capitalised'
import { DataTable } from '@/ui/data-table/data-table'
import { EmptyState } from '@/ui/empty-state'
import { NumberText } from '@/ui/number-text'
import { Section } from '@/ui/section'
import type { BroughtRecord, ChangedRecords, KindCount } from '../queries/find-brought'
import { rowKindText } from './field-text'

type BroughtSectionProps = {
  batchId: string
  kinds: readonly KindCount[]
  changed: readonly ChangedRecords[]
  records: readonly BroughtRecord[]
}

/** What a file added, changed and what was known already, by kind, with ways to the records. */
export function BroughtSection({ batchId, kinds, changed, records }: BroughtSectionProps) {
  const t = useTranslations('fileIntake')
  const locale = useLocale()
  return (
    <Section
      title={t('brought')}
      id="brought"
      note={
        changed.length === 0
          ? undefined
          : joinParts(
              changed.map(({ table, count }) => t('changedRecords', { what: tableText(table), count })),
              locale,
            )
      }
    >
      <DataTable
        kind="section"
        name={t('brought')}
        rows={kinds}
        rowKey={(row) => row.kind}
        columns={[
          {
            key: 'kind',
            title: t('column.kind'),
            cell: (row) => <Capitalised>{row.kind === 'unread' ? t('unread') : rowKindText(t, row.kind)}</Capitalised>,
          },
          { key: 'accepted', title: t('column.accepted'), align: 'right', cell: (row) => <NumberText value={row.accepted} /> },
          { key: 'duplicate', title: t('column.duplicate'), align: 'right', cell: (row) => <NumberText value={row.duplicate} /> },
          { key: 'rejected', title: t('column.rejected'), align: 'right', cell: (row) => <NumberText value={row.rejected} /> },
          { key: 'corrected', title: t('ofThemCorrected'), align: 'right', cell: (row) => <NumberText value={row.corrected} /> },
          { key: 'staged', title: t('column.staged'), align: 'right', cell: (row) => <NumberText value={row.staged} /> },
        ]}
        empty={<EmptyState>{t('nothingBrought')}</EmptyState>}
      />
      {records.length > 0 && (
        <ul className="ev" aria-label={t('records')}>
          {records.map((record) => (
            <li key={`${record.kind} ${record.key} ${record.position}`} style={{ gridTemplateColumns: 'minmax(0,1fr) auto' }}>
              <div>
                <span className="q">{t(`oneRecord.${record.kind}`)}</span> <Link href={hrefOf(record)}>{record.text}</Link>
              </div>
              {record.position !== null && <PlaceLink batchId={batchId} position={record.position} />}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )

  /** Tables are named after the rows that make them. */
  function tableText(table: string): string {
    return rowKindText(t, table.replaceAll('_', '-'))
  }
}

function hrefOf({ kind, key, customer }: BroughtRecord): string {
  switch (kind) {
    case 'order':
      return orderHref(customer ?? '', key)
    case 'invoice':
      return `/invoices/${encodeURIComponent(key)}`
    case 'code':
      return codeHref(customer ?? '', key)
    case 'deduction':
      return `/deductions/${key}`
    case 'document':
      return `/documents/${key}`
  }
}
