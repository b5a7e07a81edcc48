'use client'

import { useLocale, useTranslations } from 'next-intl'
import { joinParts } from '@/i18n/formats'
import { Checkbox } from '@/ui/form/checkbox'
import { Select } from '@/ui/form/select'
import { Section } from '@/ui/section'
import { StatusMark } from '@/ui/status-mark'
import { isNumber, type MappedColumn, type MappingDefinition, type MappingTarget, type TargetField } from '../rules/mapping'
import { assignField, type ColumnView, changeColumn, type ProposalView } from '../rules/mapping-draft'
import type { Draft, MappingPageData } from './mapping-page-data'
import { dialectText, targetText } from './mapping-texts'

const SAMPLES = 3

type MappingColumnsProps = {
  data: MappingPageData
  draft: Draft
  target: MappingTarget
  onChange: (definition: MappingDefinition) => void
}

/** Every column of the file with some of its values, what it means here, why that was proposed, and how it is written. */
export function MappingColumns({ data, draft, target, onChange }: MappingColumnsProps) {
  const t = useTranslations('fileIntake')
  const { definition } = draft
  const proposals = new Map(data.proposals.find(({ kind }) => kind === definition.kind)?.columns.map((one) => [one.key, one]))
  const views = new Map(data.columns.map((column) => [column.key, column]))
  const mapped = definition.columns.filter(({ field }) => field !== null).length
  return (
    <Section title={t('mapping.columns')} id="columns" note={t('mapping.columnsNote', { mapped, count: definition.columns.length })}>
      <div className="t-scroll" tabIndex={0} role="region" aria-label={t('mapping.columns')}>
        <table className="t" aria-label={t('mapping.columns')}>
          <thead>
            <tr>
              <th scope="col">{t('mapping.inFile')}</th>
              <th scope="col">{t('mapping.values')}</th>
              <th scope="col">{t('mapping.means')}</th>
              <th scope="col">{t('mapping.why')}</th>
              <th scope="col">{t('mapping.written')}</th>
            </tr>
          </thead>
          <tbody>
            {definition.columns.map((column) => {
              const view = views.get(column.key)
              const field = target.fields.find(({ name }) => name === column.field)
              return (
                <tr key={column.key} id={`column-${column.key}`}>
                  <td>
                    {view?.group ? <span className="q">{view.group} · </span> : null}
                    {column.title === '' ? <span className="q">{t('mapping.untitled')}</span> : column.title}
                  </td>
                  <td className="clip" title={view?.samples.slice(0, 12).join('\n')}>
                    <span className="m">{view?.samples.slice(0, SAMPLES).join(' · ')}</span>
                  </td>
                  <td>
                    <FieldSelect column={column} target={target} onField={(name) => onChange(assignField(definition, column.key, name))} />
                  </td>
                  <td className="wrap">
                    <Why column={column} proposal={proposals.get(column.key)} isSaid={isSaid(data, column)} />
                  </td>
                  <td>
                    <Written
                      column={column}
                      view={view}
                      field={field}
                      onChange={(change) => onChange(changeColumn(definition, column.key, change))}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

function isSaid({ earlier }: MappingPageData, { key, field }: MappedColumn): boolean {
  return field !== null && (earlier?.definition.columns.some((was) => was.key === key && was.field === field) ?? false)
}

type FieldSelectProps = { column: MappedColumn; target: MappingTarget; onField: (name: string | null) => void }

function FieldSelect({ column, target, onField }: FieldSelectProps) {
  const t = useTranslations('fileIntake')
  return (
    <Select
      name={`field ${column.key}`}
      label={t('mapping.meaningOf', { title: column.title })}
      hideLabel
      className="min-w-44"
      value={column.field ?? ''}
      blank={t('mapping.notUsed')}
      onChange={(event) => onField(event.target.value === '' ? null : event.target.value)}
      choices={target.fields.map(({ name, needs }) => ({
        value: name,
        label: needs === null ? targetText(t, target.kind, name) : t('mapping.needed', { field: targetText(t, target.kind, name) }),
      }))}
    />
  )
}

type WhyProps = { column: MappedColumn; proposal: ProposalView | undefined; isSaid: boolean }

/** Why this meaning was proposed, with how sure it is; a meaning that a person chose needs no reason. */
function Why({ column, proposal, isSaid }: WhyProps) {
  const t = useTranslations('fileIntake')
  const locale = useLocale()
  if (column.field === null) return <span className="q">–</span>
  if (isSaid) return <StatusMark shape="ready">{t('mapping.because.saved')}</StatusMark>
  if (proposal?.field !== column.field) return <span className="m">{t('mapping.because.chosen')}</span>
  const reasons = joinParts(
    proposal.because.map((code) => t(`mapping.because.${code}`, { title: proposal.likeTitle ?? '' })),
    locale,
  )
  return (
    <StatusMark
      shape={proposal.confidence >= 85 ? 'ready' : proposal.confidence >= 60 ? 'partly' : 'none'}
      tone={proposal.confidence >= 60 ? 'second' : 'due'}
    >
      {t('mapping.sure', { percent: proposal.confidence, reasons })}
    </StatusMark>
  )
}

type WrittenProps = {
  column: MappedColumn
  view: ColumnView | undefined
  field: TargetField | undefined
  onChange: (change: Partial<MappedColumn>) => void
}

/** How dates and numbers of the column are written, and whether its sign is the other way round. */
function Written({ column, view, field, onChange }: WrittenProps) {
  const t = useTranslations('fileIntake')
  if (field === undefined || view === undefined || (field.as !== 'date' && !isNumber(field.as))) return <span className="q">–</span>
  const what = field.as === 'date' ? 'dates' : 'numbers'
  const isOpen = column[what] === 'ambiguous'
  return (
    <span className="row">
      {isOpen ? (
        <a href={view[what].readings.length > 0 ? '#questions' : `#column-${column.key}`}>
          <StatusMark shape="due">{t(view[what].readings.length > 0 ? 'mapping.twoReadings' : 'mapping.noReading')}</StatusMark>
        </a>
      ) : (
        <span className="m">{dialectText(t, column[what])}</span>
      )}
      {field.as === 'amount' && (
        <Checkbox
          name={`sign ${column.key}`}
          label={t('mapping.turnSign')}
          checked={column.isNegated}
          onChange={(event) => onChange({ isNegated: event.target.checked })}
        />
      )}
    </span>
  )
}
