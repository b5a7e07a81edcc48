import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { findVersionsOfOrder } from '@/features/file-intake/queries/find-versions'
import { RecordVersions } from '@/features/file-intake/ui/record-versions'
import { canAnswerCustomer, canDecideExceptions, canDecideRelease } from '@/features/orders/policy'
import type { ExceptionRow } from '@/features/orders/queries/exception-columns'
import { findOrder } from '@/features/orders/queries/find-order'
import { findOrderExceptions } from '@/features/orders/queries/find-order-exceptions'
import { findReply } from '@/features/orders/queries/find-reply'
import { ExceptionsSection } from '@/features/orders/ui/exceptions-section'
import { OrderHeader } from '@/features/orders/ui/order-header'
import { canHandleDifference } from '@/features/reconciliation/policy'
import { findOrderChain } from '@/features/reconciliation/queries/find-order-chain'
import { findOrderDifferences } from '@/features/reconciliation/queries/find-order-differences'
import { findOrderLedger } from '@/features/reconciliation/queries/find-order-ledger'
import { findOrderSteps } from '@/features/reconciliation/queries/find-order-steps'
import { findOrderSignals } from '@/features/reconciliation/queries/find-signals'
import { OrderChainSection } from '@/features/reconciliation/ui/order-chain-section'
import { OrderDeductionsSection } from '@/features/reconciliation/ui/order-deductions-section'
import { OrderDifferencesSection } from '@/features/reconciliation/ui/order-differences-section'
import { OrderLedgerSection } from '@/features/reconciliation/ui/order-ledger-section'
import { OrderSignalsSection } from '@/features/reconciliation/ui/order-signals-section'
import { OrderStepsSection } from '@/features/reconciliation/ui/order-steps-section'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { Tabs } from '@/ui/tabs'
import { OrderReply } from './order-reply'

type OrderPageProps = { params: Promise<{ customer: string; po: string }> }

export default async function OrderPage({ params }: OrderPageProps) {
  const actor = await requireActor()
  const address = await params
  const customerCode = decodeURIComponent(address.customer)
  const poKey = decodeURIComponent(address.po)
  const chain = await findOrderChain(actor, customerCode, poKey)
  if (!chain) notFound()
  const customerId = chain.customer.id
  const [t, order, exceptions, ledger, differences, changes, reply, steps, signals] = await Promise.all([
    getTranslations('orders'),
    findOrder(actor, customerCode, poKey),
    findOrderExceptions(actor, customerCode, poKey),
    findOrderLedger(actor, customerId, poKey),
    findOrderDifferences(actor, customerId, poKey),
    findVersionsOfOrder(actor, customerId, poKey),
    findReply(actor, customerCode, poKey),
    findOrderSteps(actor, customerId, poKey),
    findOrderSignals(actor, customerId, poKey),
  ])
  const unsettled = exceptions.filter((exception) => exception.state === 'open' || exception.state === 'held')
  const mayOf = (exception: ExceptionRow) => ({
    decide: canDecideExceptions(actor, [{ customerId, ownerTeam: exception.owner_team }]),
    secondPerson: canDecideRelease(actor, { customerId, requestedBy: exception.requested_by ?? '' }),
  })
  const hasExceptions = exceptions.length > 0
  return (
    <>
      <OrderHeader
        poNumber={chain.poNumber}
        customerName={chain.customer.name}
        order={order}
        exceptions={unsettled}
        today={companyToday()}
      />
      <Tabs
        kind="sections"
        current={hasExceptions ? 'exceptions' : 'ledger'}
        tabs={[
          { key: 'exceptions', label: t('exceptions'), href: '#exceptions', count: unsettled.length },
          { key: 'steps', label: t('stepsTab'), href: '#steps', ...(signals.length > 0 && { count: signals.length }) },
          { key: 'ledger', label: t('ledgerTab'), href: '#ledger', count: ledger.lines.length },
          { key: 'chain', label: t('chainTab'), href: '#chain', count: chain.links.length },
          { key: 'differences', label: t('differencesTab'), href: '#differences', count: differences.length },
        ]}
      />
      <div className="two">
        <div className="l">
          {hasExceptions && <ExceptionsSection exceptions={exceptions} mayOf={mayOf} />}
          <OrderStepsSection steps={steps} />
          <OrderLedgerSection ledger={ledger} order={{ customerCode, poKey }} />
          <OrderChainSection links={chain.links} />
          {!hasExceptions && <ExceptionsSection exceptions={[]} mayOf={mayOf} />}
          <RecordVersions changes={changes} />
        </div>
        <div className="rr">
          {reply && hasExceptions && (
            <OrderReply facts={reply} customer={customerCode} poKey={poKey} canSend={canAnswerCustomer(actor, { customerId })} />
          )}
          <OrderSignalsSection signals={signals} today={companyToday()} canAsk={canHandleDifference(actor, { customerId })} />
          <OrderDifferencesSection differences={differences} />
          <OrderDeductionsSection deductions={chain.links.filter((link) => link.step === 'deduction')} />
        </div>
      </div>
    </>
  )
}
