import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DateText } from '@/ui/date-text'
import { MoneyText } from '@/ui/money-text'
import { Section } from '@/ui/section'
import type { ChainLink } from '../queries/find-order-chain'

type OrderDeductionsSectionProps = { deductions: readonly ChainLink[] }

/** What the customer took off for this order. */
export function OrderDeductionsSection({ deductions }: OrderDeductionsSectionProps) {
  const t = useTranslations('reconciliation')
  const texts = useTranslations('deductions')
  return (
    <Section title={t('deductions')} id="deductions">
      {deductions.length === 0 && <p className="q">{t('noDeductions')}</p>}
      <ul className="ev">
        {deductions.map((link) => (
          <li key={link.id} style={{ gridTemplateColumns: 'minmax(0,1fr) auto' }}>
            <div>
              <Link href={`/deductions/${link.id}`}>{link.number ?? t('noNumber')}</Link>
              <small>
                {link.note !== null && texts(`category.${link.note}`)} <DateText value={link.on} />
              </small>
            </div>
            {link.amount_minor !== null && link.currency !== null && (
              <MoneyText value={{ minor: link.amount_minor, currency: link.currency }} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
