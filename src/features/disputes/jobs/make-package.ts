import type { Actor } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import { keepPackage } from '../commands/keep-package'
import { type BuiltPackage, buildPackage } from '../exports/build-package'
import type { StoredManifest } from '../rules/stored-manifest'

export type MadePackage = { id: string; version: number; built: BuiltPackage }

const ATTEMPTS = 3

/** Builds the package of a dispute and keeps it. Built again when somebody changed the exhibits meanwhile. */
export async function makePackage(actor: Actor, disputeId: string, signal?: AbortSignal): Promise<MadePackage> {
  for (let attempt = 1; ; attempt++) {
    const built = await buildPackage(actor, disputeId, signal)
    try {
      return { ...(await keep(actor, built)), built }
    } catch (error) {
      const isStale = error instanceof Refusal && error.code === 'stale'
      if (!isStale || attempt === ATTEMPTS) throw error
    }
  }
}

function keep(actor: Actor, built: BuiltPackage): Promise<{ id: string; version: number }> {
  const { result } = built
  const name = result.pdf.name.replace(/_dispute\.pdf$/, '')
  const manifest: StoredManifest = { name, files: result.files, placed: result.placed, parts: result.parts }
  return keepPackage(actor, {
    disputeId: built.disputeId,
    disputeVersion: built.disputeVersion,
    packageVersion: built.packageVersion,
    missing: built.missing,
    manifest,
    manifestSha256: result.manifestSha256,
    pageCount: result.pageCount,
    pdf: built.pdf,
    zip: built.zip,
  })
}
