import { exportDifferences } from '@/features/reconciliation/queries/export-differences'
import type { CliCommand } from '../command'
import { findCliActor } from '../find-cli-actor'
import { printJsonLines } from '../output'

/** Every open difference as one JSON line. */
export const discrepancies: CliCommand = {
  name: 'discrepancies',
  usage: '',
  summary: 'open differences as JSON lines',
  async run() {
    printJsonLines(await exportDifferences(await findCliActor(undefined)))
    return 0
  },
}
