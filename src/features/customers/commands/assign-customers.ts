import { defineCommand } from '@/server/command'
import { canAssignCustomers } from '../policy'
import { AssignCustomersInput } from '../schemas'

/** Sets exactly which customers an account manager sees. */
export const assignCustomers = defineCommand({
  event: 'customer.assigned',
  input: AssignCustomersInput,
  find: async ({ tx }, input) => tx.appUser.findUnique({ where: { id: input.userId }, select: { id: true } }),
  allow: canAssignCustomers,
  async change({ tx }, user, input) {
    await tx.customerAssignment.deleteMany({ where: { userId: user.id, customerId: { notIn: input.customerIds } } })
    await tx.customerAssignment.createMany({
      data: input.customerIds.map((customerId) => ({ userId: user.id, customerId })),
      skipDuplicates: true,
    })
    return { userId: user.id, count: input.customerIds.length }
  },
})
