import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import { companyToday } from '@/server/clock'
import { env } from '@/server/env'
import { findDossier } from '../queries/find-dossier'
import { findExhibitFiles } from '../queries/find-exhibit-files'
import type { BuildResult } from './build-request'
import { planBuild } from './plan-build'
import { runAssembly } from './run-assembly'

export type BuiltPackage = {
  disputeId: string
  /** The dispute's version it was built from: an arrangement changed meanwhile makes it stale. */
  disputeVersion: number
  packageVersion: number
  missing: string[]
  result: BuildResult
  pdf: Uint8Array<ArrayBuffer>
  zip: Uint8Array<ArrayBuffer>
}

/** Builds the package of a dispute as it is arranged now. Writes nothing but a folder it removes again. */
export async function buildPackage(actor: Actor, disputeId: string, signal?: AbortSignal): Promise<BuiltPackage> {
  const dossier = await findDossier(actor, disputeId)
  if (!dossier) throw new Refusal('not-found')
  const ids = dossier.plan.exhibits.flatMap((exhibit) => exhibit.documentId ?? [])
  const packageVersion = (dossier.packages[0]?.version ?? 0) + 1
  const folder = await mkdtemp(join(tmpdir(), 'recoup-package-'))
  try {
    const request = planBuild(dossier, {
      company: env().RECOUP_COMPANY,
      today: companyToday(),
      version: packageVersion,
      folder,
      files: await findExhibitFiles(ids),
    })
    const result = await runAssembly(request, signal)
    const [pdf, zip] = await Promise.all([readFile(join(folder, result.pdf.name)), readFile(join(folder, result.zip.name))])
    return {
      disputeId,
      disputeVersion: dossier.dispute.version,
      packageVersion,
      missing: dossier.plan.missing.map(({ evidence }) => evidence),
      result,
      pdf,
      zip,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
