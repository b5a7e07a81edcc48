import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { MoneyText } from '@/ui/money-text'
import { Section } from '@/ui/section'
import type { Movements } from '../queries/find-movements'

type SmallAmountsSectionProps = { movements: Movements; currency: string; allHref: string }

/** What was accepted unseen in the week because it was small: said every week, also when it was nothing. */
export function SmallAmountsSection({ movements: { total }, currency, allHref }: SmallAmountsSectionProps) {
  const t = useTranslations('reports')
  return (
    <Section title={t('insight.small')} note={t('insight.smallNote')}>
      <p>
        <Link className="figure" href={allHref}>
          <MoneyText value={{ minor: total.minor, currency }} zero="full" />
        </Link>{' '}
        <span className="m">{t('insight.smallCount', { count: total.count })}</span>
      </p>
    </Section>
  )
}
