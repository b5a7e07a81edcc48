import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/ui/data-table/data-table'
import { InstantText } from '@/ui/date-text'
import { EmptyState } from '@/ui/empty-state'
import { NumberText } from '@/ui/number-text'
import { Section } from '@/ui/section'
import type { MappingDetail, MappingVersion } from '../queries/find-mappings'
import { compareMappings, type MappingChange } from '../rules/compare-mappings'
import { DayOrText } from './day-or-text'
import { isDayField } from './field-text'
import type { Texts } from './finding-sentence'
import { dialectText, targetKindText, targetText } from './mapping-texts'

type MappingHistoryProps = { mapping: MappingDetail }

/** Who said when what the columns mean, and what each version changed. */
export function MappingHistory({ mapping }: MappingHistoryProps) {
  const t = useTranslations('fileIntake')
  return (
    <Section title={t('mapping.history')} id="history">
      <ol className="flex flex-col gap-4">
        {mapping.versions.map((version, at) => (
          <li key={version.id}>
            <div className="row justify-between">
              <b>{t('mapping.version', { version: version.version })}</b>
              <InstantText value={version.saved_at} style="medium" />
            </div>
            <div className="q">
              {t('mapping.savedBy', { name: version.saved_by ?? t('nobody'), file: version.file_name, count: version.files })}
            </div>
            <Changes version={version} before={mapping.versions[at + 1]} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

type ChangesProps = { version: MappingVersion; before: MappingVersion | undefined }

function Changes({ version, before }: ChangesProps) {
  const t = useTranslations('fileIntake')
  if (before === undefined) return null
  const changes = compareMappings(before.definition, version.definition)
  if (changes.length === 0) return <p className="m">{t('mapping.change.none')}</p>
  return (
    <ul className="m">
      {changes.map((change) => (
        <li key={JSON.stringify(change)}>{changeText(t, version.definition.kind, change)}</li>
      ))}
    </ul>
  )
}

function changeText(t: Texts, kind: string, change: MappingChange): string {
  const fieldOf = (field: string | null) => (field === null ? t('mapping.notUsed') : targetText(t, kind, field))
  switch (change.kind) {
    case 'kind':
      return t('mapping.change.kind', { before: targetKindText(t, change.before), after: targetKindText(t, change.after) })
    case 'encoding':
      return t('mapping.change.encoding', { before: change.before ?? '–', after: change.after ?? '–' })
    case 'column':
      return t('mapping.change.column', { title: change.title, before: fieldOf(change.before), after: fieldOf(change.after) })
    case 'column-added':
      return t('mapping.change.added', { title: change.title, after: fieldOf(change.after) })
    case 'column-gone':
      return t('mapping.change.gone', { title: change.title, before: fieldOf(change.before) })
    case 'reading':
      return t('mapping.change.reading', {
        title: change.title,
        before: dialectText(t, change.before),
        after: dialectText(t, change.after),
      })
    case 'sign':
      return t(change.after ? 'mapping.change.signTurned' : 'mapping.change.signAsShown', { title: change.title })
    case 'constant':
      return t('mapping.change.constant', { field: fieldOf(change.field), before: change.before ?? '–', after: change.after ?? '–' })
  }
}

/** What every column means in the last version, and the values that are the same for all rows. */
export function MappingMeaning({ mapping }: MappingHistoryProps) {
  const t = useTranslations('fileIntake')
  const definition = mapping.versions[0]?.definition
  if (definition === undefined) return null
  const rows = [
    ...definition.columns.map(({ key, title, field, dates, numbers, isNegated }) => ({
      key,
      title,
      field,
      dates,
      numbers,
      isNegated,
      value: '',
    })),
    ...definition.constants.map(({ field, value }) => ({
      key: `constant ${field}`,
      title: t('mapping.everyRow'),
      field,
      dates: '',
      numbers: '',
      isNegated: false,
      value,
    })),
  ]
  const sign: Column<(typeof rows)[number]> = {
    key: 'sign',
    title: t('mapping.sign'),
    look: 'quiet',
    cell: (row) => (row.isNegated ? t('mapping.turnSign') : ''),
  }
  return (
    <Section title={t('mapping.columns')} id="columns" note={definition.encoding ?? undefined}>
      <DataTable
        kind="section"
        name={t('mapping.columns')}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: 'title', title: t('mapping.inFile'), cell: (row) => row.title },
          {
            key: 'field',
            title: t('mapping.means'),
            cell: (row) =>
              row.field === null ? <span className="q">{t('mapping.notUsed')}</span> : targetText(t, definition.kind, row.field),
          },
          {
            key: 'written',
            title: t('mapping.written'),
            look: 'quiet',
            cell: (row) => {
              const isDay = isDayField(row.field ?? '')
              if (row.value !== '') return isDay ? <DayOrText text={row.value} /> : row.value
              return isDay ? dialectText(t, row.dates) : ''
            },
          },
          ...(rows.some((row) => row.isNegated) ? [sign] : []),
        ]}
      />
    </Section>
  )
}

/** The files that were read by it, the last one first. */
export function MappingBatches({ mapping }: MappingHistoryProps) {
  const t = useTranslations('fileIntake')
  return (
    <Section title={t('mapping.readBy')} id="files" note={t('files', { count: mapping.batches.length })}>
      <DataTable
        kind="section"
        name={t('mapping.readBy')}
        rows={mapping.batches}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'file',
            title: t('column.file'),
            look: 'key',
            cell: (row) => (
              <Link href={`/imports/${row.id}`} prefetch={false}>
                {row.file_name}
              </Link>
            ),
          },
          { key: 'version', title: t('mapping.versionTitle'), align: 'right', cell: (row) => <NumberText value={row.version} /> },
          { key: 'when', title: t('column.when'), look: 'quiet', cell: (row) => <InstantText value={row.created_at} /> },
        ]}
        empty={<EmptyState>{t('mapping.readNothing')}</EmptyState>}
      />
    </Section>
  )
}
