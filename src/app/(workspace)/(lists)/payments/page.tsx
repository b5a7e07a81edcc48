import { PAYMENT_SOURCE } from '@/features/remittances/queries/payment-list'
import { requireActor } from '@/server/session'
import type { SearchParams } from '@/ui/page-address'
import { ListScreen } from '../_lists/list-screen'
import { listParams } from '../_views/list-views'

type PaymentsPageProps = { searchParams: Promise<SearchParams> }

/** Every payment advice with what was taken off it. */
export default async function PaymentsPage({ searchParams }: PaymentsPageProps) {
  const actor = await requireActor()
  const params = await listParams(actor, 'payments', await searchParams)
  return <ListScreen actor={actor} source={PAYMENT_SOURCE} view="payments" params={params} />
}
