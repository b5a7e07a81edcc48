'use client'

import { useLocale, useTranslations } from 'next-intl'
import { joinList } from '@/i18n/formats'
import { Select } from '@/ui/form/select'
import { Section } from '@/ui/section'
import { compareMappings } from '../rules/compare-mappings'
import type { Draft, EarlierView, MappingPageData } from './mapping-page-data'
import { targetKindText } from './mapping-texts'

const EVERYBODY = 'rows'

type MappingHeadProps = {
  data: MappingPageData
  draft: Draft
  onKind: (kind: string) => void
  onCustomer: (customerId: string | null) => void
}

/** What the rows are and whose: both proposed, both changed with one key. */
export function MappingHead({ data, draft, onKind, onCustomer }: MappingHeadProps) {
  const t = useTranslations('fileIntake')
  const likely = data.proposals.slice(0, 3).map(({ kind }) => kind)
  const kinds = [...data.targets].sort((a, b) => rank(likely, a.kind) - rank(likely, b.kind))
  return (
    <Section title={t('mapping.what')} id="what">
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <Select
          name="kind"
          label={t('mapping.kindOfRows')}
          value={draft.definition.kind}
          onChange={(event) => onKind(event.target.value)}
          choices={kinds.map(({ kind }) => ({
            value: kind,
            label: kind === likely[0] ? t('mapping.likeliest', { kind: targetKindText(t, kind) }) : targetKindText(t, kind),
          }))}
          hint={t('mapping.kindHint')}
        />
        <Select
          name="customer"
          label={t('mapping.sender')}
          value={draft.customerId ?? EVERYBODY}
          onChange={(event) => onCustomer(event.target.value === EVERYBODY ? null : event.target.value)}
          choices={[
            { value: EVERYBODY, label: t(data.seesAllCustomers ? 'mapping.senderInRows' : 'mapping.senderOpen') },
            ...data.customers.map(({ id, code, name }) => ({ value: id, label: `${name} · ${code}` })),
          ]}
          hint={t('mapping.senderHint')}
        />
      </div>
      {data.earlier && <EarlierNote earlier={data.earlier} draft={draft} />}
    </Section>
  )
}

function rank(likely: readonly string[], kind: string): number {
  const at = likely.indexOf(kind)
  return at < 0 ? likely.length : at
}

type EarlierNoteProps = { earlier: EarlierView; draft: Draft }

/** What was taken over of an earlier mapping, and what is different now. */
function EarlierNote({ earlier, draft }: EarlierNoteProps) {
  const t = useTranslations('fileIntake')
  const locale = useLocale()
  const changes = compareMappings(earlier.definition, draft.definition)
  const titles = (kind: 'column-added' | 'column-gone') =>
    joinList(
      changes.flatMap((change) => (change.kind === kind ? [change.title] : [])),
      locale,
    )
  const [added, gone] = [titles('column-added'), titles('column-gone')]
  return (
    <p className="m mt-2">
      {t(earlier.isSameHeader ? 'mapping.earlierSame' : 'mapping.earlierAlike', {
        customer: earlier.customerName ?? t('mapping.everybody'),
        version: earlier.version,
      })}
      {added !== '' && ` ${t('mapping.columnsNew', { titles: added })}`}
      {gone !== '' && ` ${t('mapping.columnsGone', { titles: gone })}`}
    </p>
  )
}
