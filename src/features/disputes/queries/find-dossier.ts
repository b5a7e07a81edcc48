import type { Actor } from '@/core/actor'
import { comparisonKey } from '@/core/comparison-key'
import { findDeduction } from '@/features/deductions/queries/find-deduction'
import { findValidityFacts } from '@/features/deductions/queries/find-validity-facts'
import { evidenceNeeded } from '@/features/deductions/rules/evidence-needed'
import { select, sql } from '@/server/db/client'
import { leaveOutStrangers, listCandidates } from '../rules/list-candidates'
import { planPackage } from '../rules/plan-package'
import type { Dossier } from './dossier'
import { findDisputeRow } from './find-dispute-row'
import { describeExhibits, findArranged } from './find-exhibits'
import { findPackageRows } from './find-package-rows'

type LimitRow = {
  portal_name: string
  portal_url: string | null
  files_max: number
  file_bytes_max: bigint
  file_types: string[]
  package_locale: string
  steps: string[]
  steps_zh: string[]
}

/** One dispute with the plan of its package; null when there is none the actor may see. */
export async function findDossier(actor: Actor, disputeId: string): Promise<Dossier | null> {
  const dispute = await findDisputeRow(actor, disputeId)
  if (!dispute) return null
  const [deduction, [own], arranged, packages, [limit]] = await Promise.all([
    findDeduction(actor, dispute.deductionId),
    findValidityFacts([dispute.deductionId]),
    findArranged(disputeId),
    findPackageRows(disputeId),
    select<LimitRow>(sql`SELECT portal_name, portal_url, files_max, file_bytes_max, file_types, package_locale, steps, steps_zh
      FROM portal_limit WHERE customer_id = ${dispute.customerId}::uuid`),
  ])
  if (!deduction || !own) return null
  const { facts, requirements } = own
  const needed = evidenceNeeded(deduction.row.category, facts.order?.freightTerms ?? facts.customer.freightTerms, requirements)
  const limits = limit
    ? {
        portalName: limit.portal_name,
        portalUrl: limit.portal_url,
        filesMax: limit.files_max,
        fileBytesMax: Number(limit.file_bytes_max),
        fileTypes: limit.file_types,
        steps: limit.steps,
        stepsZh: limit.steps_zh,
      }
    : null
  const packageLocale = limit?.package_locale ?? 'en'
  const invoiceNumber = facts.invoice?.number ?? deduction.row.invoiceNumber
  const poNumber = facts.order?.number ?? deduction.row.poNumber
  const poKey = poNumber === null ? null : comparisonKey(poNumber)
  const plan = planPackage({
    needed,
    candidates: leaveOutStrangers(await describeExhibits(listCandidates(facts, needed)), poKey),
    arranged: await describeExhibits(arranged),
    limits,
    poNumber,
    poKey,
    invoiceNumber,
    invoiceKey: invoiceNumber === null ? null : comparisonKey(invoiceNumber),
    steps: deduction.verdict?.steps ?? [],
    claimed: facts.deduction,
    isForeignToChinese: packageLocale !== 'zh-CN',
  })
  return { dispute, deduction, facts, plan, limits, packageLocale, packages }
}
