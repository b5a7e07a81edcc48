import { INVOICE_SOURCE } from '@/features/invoices/queries/invoice-list'
import { requireActor } from '@/server/session'
import type { SearchParams } from '@/ui/page-address'
import { ListScreen } from '../_lists/list-screen'
import { listParams } from '../_views/list-views'

type InvoicesPageProps = { searchParams: Promise<SearchParams> }

/** Every invoice with what was paid and what was taken off. */
export default async function InvoicesPage({ searchParams }: InvoicesPageProps) {
  const actor = await requireActor()
  const params = await listParams(actor, 'invoices', await searchParams)
  return <ListScreen actor={actor} source={INVOICE_SOURCE} view="invoices" params={params} />
}
