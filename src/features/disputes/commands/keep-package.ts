import { Refusal } from '@/core/refusal'
import { defineCommand } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { ensureStoredFile } from '@/server/file-store'
import { toJson } from '@/server/operation'
import { canBuild } from '../policy'
import { isArrangeable } from '../rules/dispute'
import { KeepPackageInput } from '../schemas'
import { findForChange } from './find-for-change'

/** Keeps a built package as a new version that never changes. Refused as stale when exhibits or versions moved while it was built. */
export const keepPackage = defineCommand({
  event: 'package.built',
  input: KeepPackageInput,
  find: findForChange,
  allow: (actor, dispute) => canBuild(actor, [dispute]),
  async change({ tx, actor }, dispute, input) {
    if (dispute.version !== input.disputeVersion) throw new Refusal('stale')
    if (!isArrangeable(dispute.state)) throw new Refusal('disputes/already-submitted')
    const [last] = await selectIn<{ version: number | null }>(
      tx,
      sql`SELECT max(version) AS version FROM dispute_package WHERE dispute_id = ${dispute.id}::uuid`,
    )
    if ((last?.version ?? 0) + 1 !== input.packageVersion) throw new Refusal('stale')
    const pdf = await ensureStoredFile(tx, input.pdf, 'application/pdf')
    const zip = await ensureStoredFile(tx, input.zip, 'application/zip')
    const [row] = await selectIn<{ id: string }>(
      tx,
      sql`INSERT INTO dispute_package (dispute_id, customer_id, version, manifest, manifest_sha256, pdf_file_id, zip_file_id, page_count, missing, built_by)
        VALUES (${dispute.id}::uuid, ${dispute.customerId}::uuid, ${input.packageVersion}, ${toJson(input.manifest)}::jsonb,
          ${input.manifestSha256}, ${pdf.id}::uuid, ${zip.id}::uuid, ${input.pageCount}, ${input.missing}::text[],
          ${actor.kind === 'job' ? null : actor.userId}::uuid) RETURNING id::text`,
    )
    await tx.$executeRaw(sql`
      UPDATE dispute SET state = CASE WHEN state = 'preparing' THEN 'ready' ELSE state END, version = version + 1 WHERE id = ${dispute.id}::uuid`)
    return { id: row?.id ?? '', version: input.packageVersion }
  },
})
