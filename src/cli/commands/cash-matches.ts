import { findCashMatches } from '@/features/remittances/queries/find-cash-matches'
import type { CliCommand } from '../command'
import { findCliActor } from '../find-cli-actor'
import { printJsonLines } from '../output'

/** Bank bookings that a payment advice explains without anybody's help, one JSON line each. */
export const cashMatches: CliCommand = {
  name: 'cash-matches',
  usage: '',
  summary: 'bank bookings matched to a payment advice, one JSON line each',
  async run() {
    const matches = await findCashMatches(await findCliActor(undefined))
    printJsonLines(
      matches.map(({ bankReference, remittance, customer, amountMinor, invoices }) => ({
        bankReference,
        remittance,
        customer,
        cents: Number(amountMinor),
        invoices,
      })),
    )
    return 0
  },
}
