import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { findOrderLedger } from '@/features/reconciliation/queries/find-order-ledger'
import { findOrderOwner } from '@/features/reconciliation/queries/find-order-owner'
import { LedgerPlace } from '@/features/reconciliation/schemas'
import { FigureSources } from '@/features/reconciliation/ui/figure-sources'
import { requireActor } from '@/server/session'
import type { SearchParams } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'

type FigurePageProps = { params: Promise<{ customer: string; po: string }>; searchParams: Promise<SearchParams> }

/** One figure of an order's ledger: the records it adds up. */
export default async function FigurePage({ params, searchParams }: FigurePageProps) {
  const actor = await requireActor()
  const address = await params
  const customerCode = decodeURIComponent(address.customer)
  const poKey = decodeURIComponent(address.po)
  const { step, line } = LedgerPlace.parse(await searchParams)
  const customer = await findOrderOwner(actor, customerCode)
  if (!customer) notFound()
  const [t, orders, ledger] = await Promise.all([
    getTranslations('reconciliation'),
    getTranslations('orders'),
    findOrderLedger(actor, customer.id, poKey),
  ])
  const found = ledger.lines.find((one) => one.line === (line ?? null))
  if (!found) notFound()
  const order = `/orders/${address.customer}/${address.po}`
  const name = t(`ledgerStep.${step}`)
  return (
    <>
      <PageHeader
        title={`${poKey} · ${name}`}
        subtitle={found.line === null ? t('noLine') : [t('lineNo', { line: found.line }), found.description].filter(Boolean).join(' · ')}
        crumbs={[{ label: orders('title'), href: '/orders' }, { label: poKey, href: `${order}#ledger` }, { label: t('ledger') }]}
        facts={[{ term: t('column.customer'), value: customer.name }]}
      />
      <div className="page">
        <FigureSources title={t('sources')} figure={found.figures[step]} currency={ledger.currency} />
      </div>
    </>
  )
}
