import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { scaledToText } from '@/core/money'
import { PlaceLink } from '@/features/documents/ui/place-link'
import { type Column, DataTable } from '@/ui/data-table/data-table'
import { MoneyText } from '@/ui/money-text'
import { Section } from '@/ui/section'
import type { ImportDetail, StagedPreview as Row } from '../queries/find-import'
import { DayOrText } from './day-or-text'
import { fieldText, isDayField, rowKindText } from './field-text'
import type { Texts } from './finding-sentence'

const HIDDEN = new Set(['currency', 'customerHint', 'partnerId'])
const COLUMNS_MAX = 14

type StagedPreviewProps = { detail: ImportDetail }

/** The first rows as they will be stored: amounts, dates and numbers already read, the customer already found. */
export function StagedPreview({ detail }: StagedPreviewProps) {
  const t = useTranslations('fileIntake')
  return detail.staged.map(({ kind, count }) => {
    const rows = detail.preview.filter((row) => row.kind === kind)
    if (rows.length === 0) return null
    return (
      <Section
        key={kind}
        id="preview"
        title={t('previewTitle', { kind: rowKindText(t, kind) })}
        note={t('previewNote', { shown: rows.length, count })}
      >
        <DataTable
          kind="section"
          density="condensed"
          name={rowKindText(t, kind)}
          columns={stagedColumns(t, rows, detail.id)}
          rows={rows}
          rowKey={(row) => String(row.row_no)}
        />
      </Section>
    )
  })
}

/** The columns of rows as they will be stored: place, customer, and every value that any of them has. */
export function stagedColumns(t: Texts, rows: readonly Row[], batchId: string | null = null): Column<Row>[] {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row.values)))].filter((key) => !HIDDEN.has(key))
  const filled = keys.filter((key) => rows.some((row) => row.values[key] !== null && row.values[key] !== ''))
  return [
    { key: 'position', title: t('position'), cell: (row) => <PlaceLink batchId={batchId} position={row.position} /> },
    { key: 'customer', title: t('column.customer'), look: 'quiet', cell: (row) => row.customer ?? '–' },
    ...filled.slice(0, COLUMNS_MAX).map(
      (key): Column<Row> => ({
        key,
        title: fieldText(t, key),
        ...(isFigure(key) ? { align: 'right' } : {}),
        cell: (row) => <Value t={t} name={key} row={row} />,
      }),
    ),
  ]
}

type ValueProps = { t: Texts; name: string; row: Row }

function Value({ t, name, row }: ValueProps): ReactNode {
  const value = row.values[name]
  if (value === null || value === undefined || value === '') return <span className="q">–</span>
  if (Array.isArray(value)) return t('lines', { count: value.length })
  if (typeof value === 'object') return <code>{JSON.stringify(value).slice(0, 60)}</code>
  const text = String(value)
  const currency = row.values['currency']
  if (name.endsWith('Minor') && typeof currency === 'string' && /^-?\d+$/.test(text))
    return <MoneyText value={{ minor: text, currency }} bare />
  // Without a currency yet, it comes from the customer when the row is taken over; two decimals are what all of them have.
  if (name.endsWith('Minor') && /^-?\d+$/.test(text)) return scaledToText(BigInt(text), 2)
  if (name.endsWith('Micros') && /^-?\d+$/.test(text)) return scaledToText(BigInt(text) / 100n, 4)
  return isDayField(name) ? <DayOrText text={text} /> : text
}

function isFigure(name: string): boolean {
  return /(?:Minor|Micros|Ppm)$|quantity|cartons|pieces/i.test(name)
}
