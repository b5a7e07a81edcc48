import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { MoneyText } from '@/ui/money-text'
import { Section } from '@/ui/section'

type Figure = { minor: bigint; count: number }
type SmallAmountsSectionProps = { small: Figure; carriers: Figure; currency: string; smallHref: string; carriersHref: string }

/** What was accepted unseen in the week because it was small, and what carriers paid: said every week, also when it was nothing. */
export function SmallAmountsSection({ small, carriers, currency, smallHref, carriersHref }: SmallAmountsSectionProps) {
  const t = useTranslations('reports')
  return (
    <Section title={t('insight.beside')} note={t('insight.besideNote')}>
      <table className="t" aria-label={t('insight.beside')}>
        <tbody>
          {[
            { key: 'small', figure: small, href: smallHref },
            { key: 'carriers', figure: carriers, href: carriersHref },
          ].map(({ key, figure, href }) => (
            <tr key={key}>
              <td>{t(`insight.${key}`)}</td>
              <td className="m whitespace-normal">{t(`insight.${key}Count`, { count: figure.count })}</td>
              <td className="r">
                <Link className="figure" href={href}>
                  <MoneyText value={{ minor: figure.minor, currency }} zero="full" />
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
