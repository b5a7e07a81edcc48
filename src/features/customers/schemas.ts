import * as z from 'zod'

export const AssignCustomersInput = z.strictObject({ userId: z.uuid(), customerIds: z.array(z.uuid()).max(5000) })
