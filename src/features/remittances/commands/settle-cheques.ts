import { scaledToText } from '@/core/money'
import type { ProblemFacts } from '@/core/problem'
import type { Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { replaceStagedValues, stagedRows } from '@/server/staged-rows'
import { BLANK_LINE, type RemittanceLineValues, type RemittanceValues } from '../imports/remittance-values'
import { type ChequeSpread, spreadCheque } from '../rules/spread-cheque'

type OpenCheque = {
  rowNo: bigint
  position: string
  values: RemittanceValues
  /** What is open of the invoice of each line, in the order of the lines; null where none or several are meant. */
  open: (string | null)[]
}

/** A payment of which nobody knows what each of its invoices gets. */
export type UnsettledCheque = { position: string; because: string; facts: ProblemFacts }

/**
 * Gives the invoices that a payment names without amounts what is open of them: our invoice less what other payments paid,
 * discounted and withheld. Where that cannot be, the payment is kept with its invoices and without amounts, and is answered.
 */
export async function settleCheques(scope: Scope, batchId: string): Promise<UnsettledCheque[]> {
  const cheques = await selectIn<OpenCheque>(
    scope.tx,
    sql`
      SELECT r.row_no AS "rowNo", r.position, r.values, array_agg(named.open ORDER BY e.no) AS open
      FROM import_row r CROSS JOIN LATERAL jsonb_array_elements(r.values -> 'lines') WITH ORDINALITY AS e(line, no)
      LEFT JOIN LATERAL (
        SELECT min(i.net_minor - coalesce(paid.minor, 0))::text AS open
        FROM invoice i LEFT JOIN LATERAL (
          SELECT sum(l.paid_minor + l.discount_minor + CASE WHEN l.is_netted THEN l.deducted_minor ELSE 0 END) AS minor
          FROM remittance_line l JOIN remittance t ON t.id = l.remittance_id
          WHERE l.customer_id = i.customer_id AND coalesce(l.applies_to_key, l.reference_key) = i.number_key
            AND t.number_key <> comparison_key(r.values ->> 'number')
        ) paid ON true
        WHERE i.customer_id = r.customer_id AND (i.number_key = comparison_key(e.line ->> 'reference')
          OR length(e.line ->> 'reference') = 16 AND starts_with(i.number_key, comparison_key(e.line ->> 'reference')))
        HAVING count(*) = 1
      ) named ON true
      WHERE ${stagedRows(batchId, 'remittance')} AND r.values ->> 'areAmountsOpen' = 'true'
      GROUP BY r.row_no, r.position, r.values ORDER BY r.row_no`,
  )
  const unsettled: UnsettledCheque[] = []
  for (const { rowNo, position, values, open } of cheques) {
    const amounts = open.map((text) => (text === null ? null : BigInt(text)))
    const invoices = values.lines.map(({ reference }, at) => ({ reference: reference ?? '', openMinor: amounts[at] ?? null }))
    const spread = spreadCheque(BigInt(values.totalMinor), invoices)
    if (spread.kind === 'open') {
      unsettled.push({ position, because: spread.because, facts: factsOf(values, spread.openMinor) })
      continue
    }
    await replaceStagedValues(scope, batchId, rowNo, settledValues(values, amounts, spread))
  }
  return unsettled
}

function settledValues(
  values: RemittanceValues,
  amounts: readonly (bigint | null)[],
  { residualMinor }: Extract<ChequeSpread, { kind: 'spread' }>,
): RemittanceValues {
  const lines = values.lines.map((line, at): RemittanceLineValues => {
    const open = (amounts[at] ?? 0n).toString()
    return { ...line, grossMinor: open, paidMinor: open }
  })
  const position = values.lines[0]?.position ?? ''
  const residual = residualMinor.toString()
  if (residualMinor > 0n) lines.push({ ...BLANK_LINE, kind: 'adjustment', paidMinor: `-${residual}`, deductedMinor: residual, position })
  return { ...values, computedMinor: values.totalMinor, lines }
}

function factsOf({ totalMinor, lines }: RemittanceValues, openMinor: bigint | null): ProblemFacts {
  const found = lines.map(({ reference }) => reference ?? '').join(', ')
  const stated = scaledToText(BigInt(totalMinor), 2)
  return openMinor === null ? { found, stated } : { found, stated, computed: scaledToText(openMinor, 2) }
}
