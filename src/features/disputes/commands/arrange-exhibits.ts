import { Refusal } from '@/core/refusal'
import { defineCommand } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canBuild } from '../policy'
import { isArrangeable } from '../rules/dispute'
import { type Exhibit, keyOf } from '../rules/exhibit'
import { ArrangeInput } from '../schemas'
import { collectExhibits } from './collect-exhibits'
import { assertFresh, findForChange } from './find-for-change'

type Placed = { id: string; evidence: Exhibit['evidence']; documentId: string | null; recordId: string | null }

/** Puts the exhibits in a new order and takes them in or out. A package built before stays as it was. */
export const arrangeExhibits = defineCommand({
  event: 'dispute.arranged',
  input: ArrangeInput,
  find: findForChange,
  allow: (actor, dispute) => canBuild(actor, [dispute]),
  async change(scope, dispute, input) {
    assertFresh(dispute, input)
    if (!isArrangeable(dispute.state)) throw new Refusal('disputes/already-submitted')
    await collectExhibits(scope, [dispute])
    const placed = await selectIn<Placed>(
      scope.tx,
      sql`SELECT id::text, evidence, document_id::text AS "documentId", record_id::text AS "recordId"
        FROM package_exhibit WHERE dispute_id = ${dispute.id}::uuid ORDER BY sort_order, id`,
    )
    const wanted = new Map(input.exhibits.map(({ key, isIncluded }, index) => [key, { index, isIncluded }]))
    const ordered = placed
      .map((row) => ({ row, place: wanted.get(keyOf(row)) }))
      .sort((a, b) => (a.place?.index ?? placed.length) - (b.place?.index ?? placed.length))
    const ids = ordered.map(({ row }) => row.id)
    const included = ordered.map(({ place }) => place?.isIncluded ?? null)
    await scope.tx.$executeRaw(sql`
      UPDATE package_exhibit e SET sort_order = n.place, is_included = coalesce(n.included, e.is_included)
      FROM unnest(${ids}::uuid[], ${included}::boolean[]) WITH ORDINALITY AS n(id, included, place)
      WHERE e.id = n.id AND (e.sort_order <> n.place OR e.is_included <> coalesce(n.included, e.is_included))`)
    await scope.tx.$executeRaw(sql`
      UPDATE dispute SET state = CASE WHEN state = 'ready' THEN 'preparing' ELSE state END, version = version + 1 WHERE id = ${dispute.id}::uuid`)
    return { id: dispute.id, version: dispute.version + 1 }
  },
})
