import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { canKeepPlaybook } from '@/features/agreements/policy'
import { findOrderTerms, findOrderTermsHistory } from '@/features/agreements/queries/find-order-terms'
import { OrderTermsDialog } from '@/features/agreements/ui/order-terms-dialog'
import { OrderTermsHistory } from '@/features/agreements/ui/order-terms-history'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { DateText } from '@/ui/date-text'
import { KeyValues } from '@/ui/key-values'
import { LinkButton } from '@/ui/link-button'
import { MoneyText } from '@/ui/money-text'
import { PageHeader } from '@/ui/page-header'
import { Section } from '@/ui/section'
import { Tag } from '@/ui/tag'

type CustomerTermsPageProps = { params: Promise<{ customer: string }> }

/** How one customer orders, its calendar, and who changed what of it. */
export default async function CustomerTermsPage({ params }: CustomerTermsPageProps) {
  const actor = await requireActor()
  const code = decodeURIComponent((await params).customer)
  const [terms] = await findOrderTerms(actor, code)
  if (!terms) notFound()
  const [t, orders, events] = await Promise.all([
    getTranslations('agreements'),
    getTranslations('orders'),
    findOrderTermsHistory(actor, code),
  ])
  const today = companyToday()
  const days = (count: number | null) => (count === null ? t('noNotice') : t('days', { count }))
  const coming = terms.holidays.filter((day) => day >= today)
  return (
    <>
      <PageHeader
        title={terms.customer_name}
        subtitle={t('terms.title')}
        crumbs={[
          { label: orders('title'), href: '/orders' },
          { label: t('terms.title'), href: '/orders/terms' },
          { label: terms.customer_name },
        ]}
        actions={
          <>
            <LinkButton href={`/orders/price-changes?customer=${encodeURIComponent(code)}`}>{t('priceChanges')}</LinkButton>
            {canKeepPlaybook(actor) && <OrderTermsDialog terms={terms} today={today} />}
          </>
        }
      />
      <div className="page">
        <Section title={t('terms.agreed')}>
          <KeyValues
            align="left"
            items={[
              { term: t('terms.term.notice_days'), value: days(terms.notice_days) },
              { term: t('terms.term.lead_days'), value: days(terms.lead_days) },
              {
                term: t('terms.term.minimum_minor'),
                value: terms.minimum_minor === null ? '–' : <MoneyText value={{ minor: terms.minimum_minor, currency: terms.currency }} />,
              },
              { term: t('terms.term.reply_email'), value: terms.reply_email ?? '–' },
              { term: t('terms.term.reply_locale'), value: t(`terms.locale.${terms.reply_locale}`) },
              { term: t('terms.term.source'), value: terms.source ?? '–' },
              { term: t('terms.term.checked_on'), value: <DateText value={terms.checked_on} /> },
            ]}
          />
        </Section>
        <Section title={t('terms.term.holidays')} note={t('terms.holidaysNote')}>
          {coming.length === 0 ? (
            <p className="m">{t('terms.noHolidays')}</p>
          ) : (
            <p className="row flex-wrap">
              {coming.map((day) => (
                <Tag key={day}>
                  <DateText value={day} />
                </Tag>
              ))}
            </p>
          )}
        </Section>
        <OrderTermsHistory events={events} currency={terms.currency} />
      </div>
    </>
  )
}
