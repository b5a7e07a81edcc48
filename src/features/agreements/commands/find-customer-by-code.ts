import type { Scope } from '@/server/command'

/** The customer with this code. */
export async function findCustomerByCode({ tx }: Scope, input: { customer: string }): Promise<{ id: string } | null> {
  return tx.customer.findUnique({ where: { code: input.customer }, select: { id: true } })
}
