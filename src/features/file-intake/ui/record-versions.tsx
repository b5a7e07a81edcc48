import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { scaledToText } from '@/core/money'
import { DataTable } from '@/ui/data-table/data-table'
import { InstantText } from '@/ui/date-text'
import { Section } from '@/ui/section'
import type { RecordChange } from '../queries/find-versions'
import { fieldText } from './field-text'
import type { Texts } from './finding-sentence'

type RecordVersionsProps = { changes: readonly RecordChange[] }

/** What earlier versions said against what came after: field by field, line by line, with the import behind it. Nothing without changes. */
export function RecordVersions({ changes }: RecordVersionsProps) {
  const t = useTranslations('fileIntake')
  if (changes.length === 0) return null
  return (
    <Section title={t('versions.title')} id="versions" note={t('versions.note', { count: changes.length })}>
      {changes.map((change) => (
        <Section
          key={change.key}
          level={3}
          title={`${t(`record.${change.table}`)} ${change.label}`}
          note={<ChangeSource change={change} />}
        >
          <DataTable
            kind="section"
            density="condensed"
            name={`${t('versions.title')} ${change.label}`}
            rows={change.changes}
            rowKey={(row) => `${row.line ?? ''} ${row.field}`}
            columns={[
              { key: 'line', title: t('versions.line'), look: 'quiet', cell: (row) => row.line ?? '–' },
              { key: 'field', title: t('fieldTitle'), look: 'quiet', cell: (row) => fieldOf(t, row.field) },
              { key: 'before', title: t('versions.before'), look: 'wrap', cell: (row) => <del>{valueOf(row.field, row.before)}</del> },
              { key: 'after', title: t('versions.after'), look: 'wrap', cell: (row) => valueOf(row.field, row.after) },
            ]}
            empty={<span className="q">{t('versions.same')}</span>}
          />
        </Section>
      ))}
    </Section>
  )
}

type ChangeSourceProps = { change: RecordChange }

function ChangeSource({ change }: ChangeSourceProps) {
  const t = useTranslations('fileIntake')
  return (
    <>
      {t('versions.step', { from: change.version, to: change.version + 1 })} · {t(`versions.cause.${change.cause}`)}{' '}
      <Link href={`/imports/${change.batchId}`} prefetch={false}>
        {t('numberOf', { number: change.batchNumber })}
      </Link>{' '}
      · <InstantText value={change.replacedAt} />
    </>
  )
}

function fieldOf(t: Texts, column: string): string {
  if (column === 'line') return t('versions.wholeLine')
  return fieldText(
    t,
    column.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase()),
  )
}

function valueOf(column: string, text: string | null): string {
  if (text === null) return '–'
  if (column.endsWith('_minor') && /^-?\d+$/.test(text)) return scaledToText(BigInt(text), 2)
  if (column.endsWith('_micros') && /^-?\d+$/.test(text)) return scaledToText(BigInt(text) / 100n, 4)
  return text
}
