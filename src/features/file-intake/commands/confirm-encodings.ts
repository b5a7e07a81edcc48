import { defineCommand, findNothing } from '@/server/command'
import { sql } from '@/server/db/client'
import { canImport } from '../policy'
import { batchesOf } from '../queries/batches-of'
import { ConfirmEncodingsInput } from '../schemas'

/**
 * Takes back the doubt about an encoding that other files of the same sender prove: whoever writes GB18030 in all files that tell
 * writes it in the one that does not. Answers how many files are sure now; one whose sender's files prove another stays in doubt.
 */
export const confirmEncodings = defineCommand({
  event: 'import.encodings-confirmed',
  input: ConfirmEncodingsInput,
  find: findNothing,
  allow: canImport,
  timeoutMs: 60_000,
  async change({ tx, actor }): Promise<{ confirmed: number }> {
    const confirmed = await tx.$executeRaw(sql`
      WITH doubted AS (
        SELECT f.id, b.customer_id, b.encoding FROM import_finding f JOIN import_batch b ON b.id = f.batch_id
        WHERE f.code = 'text/encoding-guessed' AND b.state = 'done' AND b.customer_id IS NOT NULL AND ${batchesOf(actor)}
      ), proven AS (
        SELECT p.customer_id, min(p.encoding) AS encoding FROM import_batch p
        WHERE p.customer_id IN (SELECT customer_id FROM doubted) AND p.state = 'done'
          AND p.encoding IN ('windows-1252', 'GB18030', 'Big5', 'Shift_JIS')
          AND NOT EXISTS (SELECT 1 FROM import_finding g WHERE g.batch_id = p.id AND g.code = 'text/encoding-guessed')
        GROUP BY p.customer_id HAVING count(DISTINCT p.encoding) = 1
      )
      DELETE FROM import_finding f USING doubted d JOIN proven p ON p.customer_id = d.customer_id AND p.encoding = d.encoding
      WHERE f.id = d.id`)
    return { confirmed }
  },
})
