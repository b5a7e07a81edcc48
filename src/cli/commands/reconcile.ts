import { checkOrders } from '@/features/orders/commands/check-orders'
import { raiseSignals } from '@/features/reconciliation/commands/raise-signals'
import { reconcile as reconcileSystems } from '@/features/reconciliation/commands/reconcile'
import { gradeProofs } from '@/features/shipments/commands/grade-proofs'
import type { CliCommand } from '../command'
import { findCliActor } from '../find-cli-actor'
import { printJson } from '../output'

/** Checks orders against what was agreed and compares SAP with portal, logistics and billing. */
export const reconcile: CliCommand = {
  name: 'reconcile',
  usage: '',
  summary: 'check orders and compare the systems',
  async run() {
    const started = performance.now()
    const actor = await findCliActor(undefined)
    const orders = await checkOrders(actor, {})
    const systems = await reconcileSystems(actor, {})
    await gradeProofs(actor, {})
    const signals = await raiseSignals(actor, {})
    printJson({
      examined: orders.examined + systems.examined,
      changed: orders.changed + systems.changed,
      byKind: systems.byKind,
      orders: orders.byKind,
      signals: signals.byKind,
      milliseconds: Math.round(performance.now() - started),
    })
    return 0
  },
}
