import Link from 'next/link'
import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatInstant, formatMoney } from '@/i18n/formats'
import { DateText } from '@/ui/date-text'
import { MoneyText } from '@/ui/money-text'
import { Section } from '@/ui/section'
import type { Lineage, Relative } from '../queries/find-lineage'
import type { TrackerRow } from '../queries/tracker-row'
import { UndoLineageButton } from './undo-lineage-button'

type LineageSectionProps = { lineage: Lineage; row: TrackerRow; canChange: boolean; end?: ReactNode }

/** What the deduction was divided into, what went into it, and which others take the same money again or gave it back. */
export function LineageSection({ lineage, row, canChange, end }: LineageSectionProps) {
  const t = useTranslations('deductions')
  const locale = useLocale()
  const timeZone = useTimeZone() ?? 'UTC'
  const { partOf, parts, whole, changes, takenAgainAs, takesAgain, isProvision } = lineage
  const isAlone = partOf === null && changes.length === 0 && takenAgainAs.length + takesAgain.length === 0 && !isProvision
  return (
    <Section title={t('lineage.title')} note={t('lineage.note')} end={end} id="lineage">
      {isAlone && <p className="q">{t('lineage.none')}</p>}
      {isProvision && <p className="m">{t('lineage.provision')}</p>}
      {partOf && (
        <p>
          {t.rich('lineage.partOf', {
            name: partOf.name,
            amount: formatMoney(partOf.amount, locale),
            link: (name) => <Link href={`/deductions/${partOf.id}`}>{name}</Link>,
          })}
        </p>
      )}
      {whole && (
        <table className="t" aria-label={t('lineage.parts')}>
          <tbody>
            <tr>
              <td>{t('lineage.left')}</td>
              <td className="m">{t(`category.${row.category}`)}</td>
              <td className="r">
                <MoneyText value={row.amount} />
              </td>
            </tr>
            {parts.map((part, at) => (
              <tr key={part.id}>
                <td>
                  <Link href={`/deductions/${part.id}`}>{t('lineage.partNumber', { number: at + 1 })}</Link>
                </td>
                <td className="m">{t(`category.${part.category}`)}</td>
                <td className="r">
                  <MoneyText value={part.amount} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={2}>{t('lineage.whole')}</td>
              <td className="r">
                <MoneyText value={whole} />
              </td>
            </tr>
          </tfoot>
        </table>
      )}
      <Relatives title={t('lineage.takenAgainAs')} relatives={takenAgainAs} />
      <Relatives title={t('lineage.takesAgain')} relatives={takesAgain} />
      {changes.map((change) => (
        <div key={change.id} className="row gap-2 mt-2">
          <span className="m">
            {t('lineage.change', {
              what: change.merged
                ? t('lineage.merged', { name: change.merged.name, amount: formatMoney(change.merged.amount, locale) })
                : t('lineage.divided'),
              by: change.by ?? t('nobody'),
              at: formatInstant(change.at, locale, timeZone),
              reason: change.reason,
            })}
          </span>
          {canChange && <UndoLineageButton id={change.id} />}
        </div>
      ))}
    </Section>
  )
}

function Relatives({ title, relatives }: { title: string; relatives: readonly Relative[] }) {
  const t = useTranslations('deductions')
  if (relatives.length === 0) return null
  return (
    <p className="mt-2">
      {title}{' '}
      {relatives.map((relative, index) => (
        <span key={relative.id}>
          {index > 0 && t('listComma')}
          <RelativeLink relative={relative} />
        </span>
      ))}
    </p>
  )
}

function RelativeLink({ relative }: { relative: Relative }) {
  return (
    <>
      <Link href={`/deductions/${relative.id}`}>{relative.name}</Link> <MoneyText value={relative.amount} />{' '}
      <span className="m">
        <DateText value={relative.takenOn} />
      </span>
    </>
  )
}
