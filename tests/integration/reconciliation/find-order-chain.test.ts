import { buildActor, specialist } from '@tests/factories/people'
import { beforeAll, expect, test } from 'vitest'
import { reconcile } from '@/features/reconciliation/commands/reconcile'
import { findOrderChain } from '@/features/reconciliation/queries/find-order-chain'
import { findOrderDifferences } from '@/features/reconciliation/queries/find-order-differences'
import { findOrderLedger } from '@/features/reconciliation/queries/find-order-ledger'
import { useTestDatabase } from '../database'
import { HARBOR, insertHarborOrder, KESTREL } from './harbor-order'

const database = await useTestDatabase()
beforeAll(() => insertHarborOrder(database))

test('the chain runs from the order to the payment and the deduction, each with its file', async () => {
  const chain = await findOrderChain(specialist, 'HARBOR', '4500118')
  expect(
    chain?.links.map((link) => `${link.step} ${link.number} ${link.on} ${link.quantity ?? ''} ${link.amount_minor ?? ''}`.trim()),
  ).toEqual([
    'purchase-order 4500118 2026-03-02 144 297600',
    'order-confirmation 4500118 2026-03-03 144',
    'sales-order 11001 2026-03-02 144 297600',
    'delivery 80021177 2026-03-10 144',
    'ship-notice 80021177 2026-03-10 144',
    'carrier-event 555-1 2026-03-13 14',
    'proof-of-delivery pod-5551.pdf 2026-03-13 14',
    'receipt R1 2026-03-14 120',
    'invoice 0090417733 2026-03-10 144 297600',
    'remittance 4437158 2026-04-10  273840',
    'deduction HP-881204 2026-04-10 24 23760',
  ])
  expect(chain?.links[0]).toMatchObject({ file_name: 'orders.edi', position: 'segment 3' })
})

test('nothing of an order is shown to an account manager of another customer', async () => {
  await reconcile(specialist, {})
  const stranger = buildActor(['account-manager'], [KESTREL])
  expect(await findOrderChain(stranger, 'HARBOR', '4500118')).toBeNull()
  expect((await findOrderLedger(stranger, HARBOR, '4500118')).lines).toEqual([])
  expect(await findOrderDifferences(stranger, HARBOR, '4500118')).toEqual([])
  expect(await findOrderDifferences(specialist, HARBOR, '4500118')).toHaveLength(1)
})

test('an order that nobody knows has no chain', async () => {
  expect(await findOrderChain(specialist, 'HARBOR', '999')).toBeNull()
})
