import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, prepareRecords, stagedRows } from '@/server/staged-rows'

const RECORD = {
  kind: 'item',
  table: 'item',
  key: { material_key: sql`comparison_key(r.values ->> 'material')` },
  hasVersion: false,
}

/** Takes over staged articles with their packs and bar codes. */
export async function commitItems(scope: Scope, batchId: string): Promise<void> {
  await prepareRecords(scope, batchId, RECORD)
  await scope.tx.$executeRaw(sql`
    INSERT INTO item (material, material_key, vendor_part, description, family, upc, gtin, inner_pack, case_pack, pallet_quantity,
      weight_grams, status, discontinued_on, fingerprint, batch_id, position)
    SELECT v.material, comparison_key(v.material), v."vendorPart", v.description, v.family, v.upc, v.gtin, coalesce(v."innerPack", 1),
      coalesce(v."casePack", 1), v."palletQuantity", v."weightGrams", v.status, v."discontinuedOn", r.fingerprint, r.batch_id, r.position
    FROM import_row r
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v(material text, "vendorPart" text, description text, family text, upc text, gtin text,
      "innerPack" int, "casePack" int, "palletQuantity" int, "weightGrams" int, status text, "discontinuedOn" date)
    WHERE ${stagedRows(batchId, RECORD.kind)}
    ON CONFLICT (material_key) DO UPDATE SET material = excluded.material, vendor_part = excluded.vendor_part,
      description = excluded.description, family = excluded.family, upc = excluded.upc, gtin = excluded.gtin,
      inner_pack = excluded.inner_pack, case_pack = excluded.case_pack, pallet_quantity = excluded.pallet_quantity,
      weight_grams = excluded.weight_grams, status = excluded.status, discontinued_on = excluded.discontinued_on,
      fingerprint = excluded.fingerprint, batch_id = excluded.batch_id, position = excluded.position`)
  await acceptRows(scope, batchId, RECORD.kind)
}
