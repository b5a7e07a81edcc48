import type { Actor } from '@/core/actor'
import { canSeeDisputes } from '@/features/disputes/policy'
import { DISPUTE_SOURCE } from '@/features/disputes/queries/dispute-list'
import { INVOICE_SOURCE } from '@/features/invoices/queries/invoice-list'
import { ORDER_SOURCE } from '@/features/orders/queries/order-list'
import { DIFFERENCE_SOURCE } from '@/features/reconciliation/queries/difference-list'
import { PAYMENT_SOURCE } from '@/features/remittances/queries/payment-list'
import { TASK_SOURCE } from '@/features/tasks/queries/task-list'
import type { ListSource } from '@/server/lists/list-source'

/** Every list that is made of its definition, with who may see it; rows stay inside the actor's customers. */
export const LIST_SOURCES: readonly { source: ListSource; isSeen: (actor: Actor) => boolean }[] = [
  { source: INVOICE_SOURCE, isSeen: () => true },
  { source: PAYMENT_SOURCE, isSeen: () => true },
  { source: DISPUTE_SOURCE, isSeen: canSeeDisputes },
  { source: ORDER_SOURCE, isSeen: () => true },
  { source: DIFFERENCE_SOURCE, isSeen: () => true },
  { source: TASK_SOURCE, isSeen: () => true },
]

/** The list with this name, for who may see it. */
export function listSource(actor: Actor, key: string): ListSource | null {
  return LIST_SOURCES.find(({ source, isSeen }) => source.shape.key === key && isSeen(actor))?.source ?? null
}
