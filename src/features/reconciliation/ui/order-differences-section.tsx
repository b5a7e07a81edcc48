import { useTranslations } from 'next-intl'
import { MoneyText } from '@/ui/money-text'
import { Section } from '@/ui/section'
import type { OrderDifference } from '../queries/find-order-differences'
import { readDifferenceValue } from '../rules/difference-value'
import { DifferenceValueText } from './difference-value'

type OrderDifferencesSectionProps = { differences: readonly OrderDifference[] }

/** Where the systems disagree about this order, both values beside each other, and who corrects it. */
export function OrderDifferencesSection({ differences }: OrderDifferencesSectionProps) {
  const t = useTranslations('reconciliation')
  const teams = useTranslations('tasks')
  if (differences.length === 0) {
    return (
      <Section title={t('differences')} id="differences">
        <p className="q">{t('noDifferences')}</p>
      </Section>
    )
  }
  return (
    <Section title={t('differences')} id="differences">
      <ul className="ev">
        {differences.map((difference) => (
          <li key={difference.id} style={{ gridTemplateColumns: 'minmax(0,1fr) auto' }}>
            <div>
              <a href={`/reconciliation?state=all&peek=${difference.id}`}>{t(`kind.${difference.kind}`)}</a>
              {difference.line !== null && <span className="q"> {t('lineNo', { line: difference.line })}</span>}
              <small>
                {t('column.sap')}{' '}
                <DifferenceValueText value={readDifferenceValue(difference.field, difference.sap_value)} currency={difference.currency} />
                {' · '}
                {t(`source.${difference.other_source ?? 'sap'}`)}{' '}
                <DifferenceValueText value={readDifferenceValue(difference.field, difference.other_value)} currency={difference.currency} />
              </small>
              <small>{t(`next.${difference.state}`, { team: teams(`teams.${difference.owner_team}`) })}</small>
            </div>
            <MoneyText value={{ minor: difference.severity_minor, currency: difference.currency }} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
