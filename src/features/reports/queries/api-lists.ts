import type * as z from 'zod'
import { type Sql, sql } from '@/server/db/client'
import { type DeductionItem, type DiscrepancyItem, type DisputeItem, type InvoiceItem } from '../schemas'

/** A column to sort by; never null, so that every row has its place. */
export type ApiSort = { column: Sql; cast: Sql }

/** A list of the API: what its rows are read from, and what it may be filtered and sorted by. Filters compare with one value. */
export type ApiList<Item> = {
  from: Sql
  id: Sql
  customer: Sql
  columns: Sql
  filters: Readonly<Record<string, (value: string) => Sql>>
  sorts: Readonly<Record<string, ApiSort>>
  /** Only says which rows come out of it. */
  item?: Item
}

const number = (column: Sql): ApiSort => ({ column, cast: sql`bigint` })
const day = (column: Sql): ApiSort => ({ column: sql`coalesce(${column}, '0001-01-01'::date)`, cast: sql`date` })
const is = (column: Sql) => (value: string) => sql`${column} = ${value}`
const names = (column: Sql) => (value: string) => sql`${column} = comparison_key(${value})`

export const DEDUCTION_LIST: ApiList<z.output<typeof DeductionItem>> = {
  from: sql`deduction d JOIN customer c ON c.id = d.customer_id`,
  id: sql`d.id`,
  customer: sql`d.customer_id`,
  columns: sql`d.id::text, d.number, c.code AS customer, d.claim_number AS "claimNumber", d.payment_number AS "paymentNumber",
    d.taken_on AS "takenOn", d.amount_minor AS "amountMinor", d.open_minor AS "openMinor", d.recoverable_minor AS "recoverableMinor", d.currency,
    d.category, d.reason_code AS "reasonCode", d.invoice_number AS "invoiceNumber", d.po_number AS "poNumber", d.state, d.verdict, d.because,
    coalesce(d.missing, '{}') AS missing, d.deadline_on AS "deadlineOn", d.updated_at AS "updatedAt"`,
  filters: {
    customer: is(sql`c.code`),
    state: is(sql`d.state`),
    verdict: is(sql`d.verdict`),
    category: is(sql`d.category`),
    currency: is(sql`d.currency`),
    claimNumber: names(sql`d.claim_key`),
    invoiceNumber: names(sql`d.invoice_key`),
    poNumber: names(sql`d.po_key`),
  },
  sorts: {
    number: number(sql`d.number`),
    takenOn: day(sql`d.taken_on`),
    amount: number(sql`d.amount_minor`),
    deadlineOn: day(sql`d.deadline_on`),
  },
}

export const DISPUTE_LIST: ApiList<z.output<typeof DisputeItem>> = {
  from: sql`dispute d JOIN customer c ON c.id = d.customer_id`,
  id: sql`d.id`,
  customer: sql`d.customer_id`,
  columns: sql`d.id::text, d.number, d.deduction_id::text AS "deductionId", c.code AS customer, d.state, d.amount_minor AS "amountMinor",
    d.won_minor AS "wonMinor", d.lost_minor AS "lostMinor", d.currency, d.portal_reference AS "portalReference", d.submitted_on AS "submittedOn",
    d.answer_due_on AS "answerDueOn", d.answered_on AS "answeredOn", d.outcome`,
  filters: {
    customer: is(sql`c.code`),
    state: is(sql`d.state`),
    outcome: is(sql`d.outcome`),
    currency: is(sql`d.currency`),
    deductionId: is(sql`d.deduction_id::text`),
  },
  sorts: { number: number(sql`d.number`), submittedOn: day(sql`d.submitted_on`), amount: number(sql`d.amount_minor`) },
}

export const INVOICE_LIST: ApiList<z.output<typeof InvoiceItem>> = {
  from: sql`invoice i JOIN customer c ON c.id = i.customer_id`,
  id: sql`i.id`,
  customer: sql`i.customer_id`,
  columns: sql`i.id::text, i.number, c.code AS customer, i.invoiced_on AS "invoicedOn", i.po_number AS "poNumber", i.delivery_key AS "deliveryNumber",
    i.net_minor AS "netMinor", i.currency, i.version`,
  filters: {
    customer: is(sql`c.code`),
    currency: is(sql`i.currency`),
    number: names(sql`i.number_key`),
    poNumber: names(sql`i.po_key`),
    deliveryNumber: names(sql`i.delivery_key`),
  },
  sorts: { invoicedOn: day(sql`i.invoiced_on`), net: number(sql`i.net_minor`) },
}

export const DISCREPANCY_LIST: ApiList<z.output<typeof DiscrepancyItem>> = {
  from: sql`difference d JOIN customer c ON c.id = d.customer_id`,
  id: sql`d.id`,
  customer: sql`d.customer_id`,
  columns: sql`d.id::text, c.code AS customer, d.kind, d.state, d.po_number AS "poNumber", d.delivery_key AS "deliveryNumber",
    d.invoice_key AS "invoiceNumber", d.line, d.field, d.sap_value AS "sapValue", d.other_value AS "otherValue", d.other_source AS "otherSource",
    d.severity_minor AS "severityMinor", d.currency, d.owner_team AS "ownerTeam", d.first_seen_at AS "firstSeenAt", d.resolved_at AS "resolvedAt"`,
  filters: {
    customer: is(sql`c.code`),
    kind: is(sql`d.kind`),
    state: is(sql`d.state`),
    ownerTeam: is(sql`d.owner_team`),
    poNumber: names(sql`d.po_key`),
  },
  sorts: {
    firstSeenAt: { column: sql`d.first_seen_at`, cast: sql`timestamptz` },
    severity: number(sql`d.severity_minor`),
  },
}
