import { getTranslations } from 'next-intl/server'
import { canCheckOrders } from '@/features/orders/policy'
import { ORDER_SOURCE } from '@/features/orders/queries/order-list'
import { CheckOrdersButton } from '@/features/orders/ui/check-orders-button'
import { OrderList } from '@/features/orders/ui/order-list'
import { requireActor } from '@/server/session'
import { LinkButton } from '@/ui/link-button'
import type { SearchParams } from '@/ui/page-address'
import { ListScreen } from '../_lists/list-screen'
import { listParams } from '../_views/list-views'

type OrdersPageProps = { searchParams: Promise<SearchParams> }

export default async function OrdersPage({ searchParams }: OrdersPageProps) {
  const actor = await requireActor()
  const params = await listParams(actor, 'orders', await searchParams)
  const t = await getTranslations('orders')
  return (
    <ListScreen
      actor={actor}
      source={ORDER_SOURCE}
      view="orders"
      params={params}
      List={OrderList}
      tabsEnd={
        <>
          <LinkButton href="/orders/exceptions">{t('openExceptions')}</LinkButton>
          <LinkButton href="/orders/price-changes">{t('openPriceChanges')}</LinkButton>
          <LinkButton href="/orders/terms">{t('openTerms')}</LinkButton>
          {canCheckOrders(actor) && <CheckOrdersButton />}
        </>
      }
      emptyAction={<LinkButton href="/orders?view=all">{t('showAll')}</LinkButton>}
    />
  )
}
