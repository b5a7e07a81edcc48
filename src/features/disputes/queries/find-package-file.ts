import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { canDownload } from '../policy'

export type PackageFile = { fileName: string; mediaType: string; storageKey: string }

/** The PDF or ZIP of a built package; null when there is none the actor may take along. */
export async function findPackageFile(actor: Actor, packageId: string, kind: 'pdf' | 'zip'): Promise<PackageFile | null> {
  const [row] = await select<{ name: string; version: number; storageKey: string; customerId: string }>(sql`
    SELECT k.manifest ->> 'name' AS name, k.version, f.storage_key AS "storageKey", k.customer_id AS "customerId"
    FROM dispute_package k JOIN stored_file f ON f.id = CASE WHEN ${kind} = 'pdf' THEN k.pdf_file_id ELSE k.zip_file_id END
    WHERE k.id::text = ${packageId} AND ${scopeOf(actor, sql`k.customer_id`)}`)
  if (!row || !canDownload(actor, row)) return null
  return {
    fileName: `${row.name}_dispute_v${row.version}.${kind}`,
    mediaType: kind === 'pdf' ? 'application/pdf' : 'application/zip',
    storageKey: row.storageKey,
  }
}
