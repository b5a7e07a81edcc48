import { exportExceptions } from '@/features/orders/queries/export-exceptions'
import type { CliCommand } from '../command'
import { findCliActor } from '../find-cli-actor'
import { printJsonLines } from '../output'

/** Everything wrong with orders as one JSON line each. */
export const exceptions: CliCommand = {
  name: 'exceptions',
  usage: '',
  summary: 'what is wrong with orders as JSON lines',
  async run() {
    printJsonLines(await exportExceptions(await findCliActor(undefined)))
    return 0
  },
}
