import { toUtcMidnight } from '@/core/calendar-date'
import { defineCommand } from '@/server/command'
import { canKeepPlaybook } from '../policy'
import { SaveOrderTermsInput } from '../schemas'
import { findCustomerByCode } from './find-customer-by-code'

/** Keeps how a customer orders: lead time, notice of price changes, least order value, holidays, where replies go, and the source of it. */
export const saveOrderTerms = defineCommand({
  event: 'order-terms.saved',
  input: SaveOrderTermsInput,
  find: findCustomerByCode,
  allow: canKeepPlaybook,
  async change({ tx }, customer, { customer: _code, minimumMinor, holidays, checkedOn, ...rest }) {
    const values = {
      ...rest,
      minimumMinor: minimumMinor === null ? null : BigInt(minimumMinor),
      holidays: holidays.map(toUtcMidnight),
      checkedOn: checkedOn === null ? null : toUtcMidnight(checkedOn),
    }
    return tx.orderTerm.upsert({
      where: { customerId: customer.id },
      create: { customerId: customer.id, ...values },
      update: values,
      select: { id: true },
    })
  },
})
