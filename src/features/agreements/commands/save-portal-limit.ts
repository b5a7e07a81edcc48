import { defineCommand } from '@/server/command'
import { canKeepPlaybook } from '../policy'
import { SavePortalLimitInput } from '../schemas'
import { findCustomerByCode } from './find-customer-by-code'

/** Keeps what a customer's dispute portal takes: files, sizes, types, and the steps of filing there. */
export const savePortalLimit = defineCommand({
  event: 'portal-limit.saved',
  input: SavePortalLimitInput,
  find: findCustomerByCode,
  allow: canKeepPlaybook,
  async change({ tx }, customer, input) {
    const { portalName, portalUrl, filesMax, fileTypes, packageLocale, steps, stepsZh, source } = input
    const values = {
      portalName,
      portalUrl,
      filesMax,
      fileTypes,
      packageLocale,
      steps,
      stepsZh,
      source,
      fileBytesMax: BigInt(input.fileBytesMax),
    }
    const saved = await tx.portalLimit.upsert({
      where: { customerId: customer.id },
      create: { customerId: customer.id, ...values },
      update: values,
      select: { id: true },
    })
    return saved
  },
})
