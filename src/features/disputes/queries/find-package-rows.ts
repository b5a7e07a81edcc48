import { select, sql } from '@/server/db/client'
import type { StoredManifest } from '../rules/stored-manifest'
import type { PackageRow } from './dossier'

type Found = Omit<PackageRow, 'pdfBytes' | 'zipBytes' | 'parts' | 'problems'> & { manifest: StoredManifest; pdf: bigint; zip: bigint }

/** The built packages of a dispute, newest first. The caller has checked that the actor may see the dispute. */
export async function findPackageRows(disputeId: string): Promise<PackageRow[]> {
  const rows = await select<Found>(sql`
    SELECT k.id, k.version, k.manifest_sha256 AS "manifestSha256", k.page_count AS "pageCount", k.missing, k.is_submitted AS "isSubmitted",
      k.built_at AS "builtAt", u.name AS "builtByName", k.manifest, pdf.bytes AS pdf, zip.bytes AS zip
    FROM dispute_package k JOIN stored_file pdf ON pdf.id = k.pdf_file_id JOIN stored_file zip ON zip.id = k.zip_file_id
    LEFT JOIN app_user u ON u.id = k.built_by
    WHERE k.dispute_id = ${disputeId}::uuid ORDER BY k.version DESC LIMIT 50`)
  return rows.map(({ manifest, pdf, zip, ...row }) => ({
    ...row,
    pdfBytes: Number(pdf),
    zipBytes: Number(zip),
    parts: manifest.parts.map(({ name, bytes }) => ({ name, bytes })),
    problems: manifest.placed.flatMap(({ title, problem }) => (problem === null ? [] : [{ title, problem }])),
  }))
}
