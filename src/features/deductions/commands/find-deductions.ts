import * as z from 'zod'
import { defineCommand, findNothing, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canTriage } from '../policy'
import { collectTakings } from './collect-takings'
import { describeDeductions } from './describe-deductions'
import { joinClaims, joinOrCreate } from './join-sources'
import { resolveReversals } from './resolve-reversals'

/** What a run of the finder did. */
export type FoundDeductions = { created: number; joined: number; reversed: number; touched: number }

/**
 * Makes every amount withheld one deduction: payments, ledger residuals and entries by hand open them, portal claims join
 * them, money given back resolves them. Only sources that belong to no deduction yet are looked at, so a second run changes nothing.
 */
export const findDeductions = defineCommand({
  event: 'deduction.found',
  input: z.object({}),
  find: findNothing,
  allow: canTriage,
  timeoutMs: 600_000,
  change: findAll,
})

async function findAll(scope: Scope): Promise<FoundDeductions> {
  const { tx } = scope
  // Two runs at once would open the same deduction twice.
  await selectIn(tx, sql`SELECT pg_advisory_xact_lock(hashtext('deductions.find'))::text`)
  await tx.$executeRaw(sql`CREATE TEMP TABLE touched (deduction_id uuid PRIMARY KEY, is_new boolean NOT NULL) ON COMMIT DROP`)
  await collectTakings(tx)
  const remittances = await joinOrCreate(tx, 'remittance')
  const residuals = await joinOrCreate(tx, 'ledger')
  const entries = await joinOrCreate(tx, 'manual')
  const claims = await joinClaims(tx)
  const reversed = await resolveReversals(scope)
  await describeDeductions(tx)
  const [touched] = await selectIn<{ count: bigint }>(tx, sql`SELECT count(*) AS count FROM touched`)
  await tx.$executeRaw(sql`DROP TABLE touched, taking`)
  return {
    created: remittances.created + residuals.created + entries.created,
    joined: remittances.joined + residuals.joined + entries.joined + claims,
    reversed,
    touched: Number(touched?.count ?? 0n),
  }
}
