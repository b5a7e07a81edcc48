import type { TestDatabase } from '@tests/integration/database'

const BATCH = '0190b000-0000-7000-8000-000000000001'

type Line = {
  kind?: string
  claim?: string
  reference?: string
  appliesTo?: string
  paid: number
  deducted?: number
  discount?: number
  ownCode?: string
  gross?: number
}

/** Plain rows as importers leave them, for one customer; amounts in minor units. */
export function sourceRows(database: TestDatabase, customerId: string) {
  let count = 0
  return {
    invoice: async (number: string, netMinor: number, changes: { poNumber?: string; delivery?: string; on?: string } = {}) => {
      await database.query(
        `insert into invoice (customer_id, number, number_key, invoiced_on, currency, po_number, po_key, delivery_key, net_minor, fingerprint, batch_id, position)
         values ($1, $2, comparison_key($2), $3, 'USD', $4, comparison_key($4), $5, $6, $2, $7, 'row 1')`,
        [customerId, number, changes.on ?? '2026-03-12', changes.poNumber ?? 'PO1', changes.delivery ?? null, netMinor, BATCH],
      )
    },
    remittance: async (number: string, paidOn: string, lines: readonly Line[]) => {
      const total = lines.reduce((sum, line) => sum + line.paid, 0)
      const [remittance] = await database.query<{ id: string }>(
        `insert into remittance (customer_id, number, number_key, paid_on, currency, total_minor, computed_minor, source, fingerprint, batch_id, position)
         values ($1, $2, comparison_key($2), $3, 'USD', $4, $4, '820', $2, $5, 'interchange 1') returning id`,
        [customerId, number, paidOn, total, BATCH],
      )
      for (const [at, line] of lines.entries())
        await database.query(
          `insert into remittance_line (remittance_id, customer_id, line_no, kind, reference, reference_key, gross_minor, discount_minor, paid_minor,
             deducted_minor, own_code, claim_number, claim_key, applies_to, applies_to_key, position)
           values ($1, $2, $3, $4, $5, comparison_key($5), $6, $7, $8, $9, $10, $11, comparison_key($11), $12, comparison_key($12), $13)`,
          [
            remittance?.id,
            customerId,
            at + 1,
            line.kind ?? 'adjustment',
            line.reference ?? null,
            line.gross ?? null,
            line.discount ?? 0,
            line.paid,
            line.deducted ?? 0,
            line.ownCode ?? null,
            line.claim ?? null,
            line.appliesTo ?? null,
            `interchange 1 segment ${at + 9}`,
          ],
        )
    },
    residual: async (assignment: string, reference: string, amountMinor: number, on: string) => {
      count += 1
      await database.query(
        `insert into ledger_item (customer_id, account_key, document_number, document_key, kind, posting_key, assignment, assignment_key, reference,
           reference_key, document_on, amount_minor, currency, reason_code, fingerprint, batch_id, position)
         values ($1::uuid, $1::text, $2, $2, 'DZ', '06', $3, comparison_key($3), $4, comparison_key($4), $5, $6, 'USD', '06', $2, $7, 'row 3')`,
        [customerId, String(1400000000 + count), assignment, reference, on, amountMinor, BATCH],
      )
    },
    payment: async (number: string, amountMinor: number, on: string) => {
      count += 1
      await database.query(
        `insert into ledger_item (customer_id, account_key, document_number, document_key, kind, posting_key, assignment, assignment_key,
           document_on, amount_minor, currency, fingerprint, batch_id, position)
         values ($1::uuid, $1::text, $2, $2, 'DZ', '15', $3, comparison_key($3), $4, $5, 'USD', $2, $6, 'row 2')`,
        [customerId, String(1400000000 + count), number, on, -amountMinor, BATCH],
      )
    },
    claim: async (
      number: string,
      amountMinor: number,
      changes: { code?: string; text?: string; invoice?: string; quantity?: number; unitMicros?: number } = {},
    ) => {
      await database.query(
        `insert into portal_claim (customer_id, claim_number, claim_key, claimed_on, code, code_text, invoice_number, invoice_key, quantity, unit_micros,
           amount_minor, currency, source, fingerprint, batch_id, position)
         values ($1, $2, comparison_key($2), '2026-04-28', $3, $4, $5, comparison_key($5), $6, $7, $8, 'USD', 'claims-csv', $2, $9, 'row 5')`,
        [
          customerId,
          number,
          changes.code ?? 'SHT',
          changes.text ?? 'Carton shortage',
          changes.invoice ?? null,
          changes.quantity ?? null,
          changes.unitMicros ?? null,
          amountMinor,
          BATCH,
        ],
      )
    },
  }
}

export type FoundRow = {
  claim_number: string | null
  payment_number: string | null
  amount_minor: string
  open_minor: string
  state: string
  category: string
  invoice_number: string | null
  sources: string
}

/** What was found for a customer, with the kinds of its sources. */
export async function readFound(database: TestDatabase, customerId: string): Promise<FoundRow[]> {
  return database.query<FoundRow>(
    `select d.claim_number, d.payment_number, d.amount_minor, d.open_minor, d.state, d.category, d.invoice_number,
       (select string_agg(s.kind || case when s.is_origin then '*' else '' end, ' ' order by s.kind, s.amount_minor desc) from deduction_source s where s.deduction_id = d.id) as sources
     from deduction d where d.customer_id = $1 order by d.claim_number nulls last, d.payment_number, d.amount_minor, d.invoice_number nulls last`,
    [customerId],
  )
}
