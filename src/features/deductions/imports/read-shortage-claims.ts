import type { ListFacts } from '@/formats/fields/decide-dialects'
import { type ListReader, type ListSource, withHint } from '@/formats/fields/list-reader'
import type { FieldRow } from '@/formats/fields/read-fields'
import type { StagedRow } from '@/formats/staged-row'
import type { PortalClaimValues } from './portal-claim-values'

/**
 * Shortages as a marketplace exports them: per invoice and article what was invoiced, received and is missing, without a
 * claim number of their own. The claim is the invoice with SC behind it, as the payment will name it.
 */
export const shortageClaimList: ListReader = {
  rowKind: 'portal-claim',
  stageRow: stageShortage,
  shape: {
    kind: 'portal-shortages',
    totalField: 'amountMinor',
    currencyField: 'currency',
    oneOf: ['quantity', 'receivedQuantity'],
    fields: {
      invoiceNumber: { titles: 'Invoice Number · Invoice · Invoice No · Invoice ID', as: 'id', needs: 'value' },
      amountMinor: {
        titles: 'Shortage Amount · Shortage Value · Total Shortage Amount · Missing Amount · Amount Short · Shortage Claim Amount',
        as: 'amount',
        needs: 'value',
      },
      claimedOn: { titles: 'Shortage Date · Claim Date · Deduction Date · Invoice Date · Date', as: 'date' },
      poNumber: { titles: 'PO Number · Purchase Order · Purchase Order Number · Purchase Order ID · PO · PO ID', as: 'id' },
      site: { titles: 'Fulfillment Center · FC · Ship-to Location · Location · Warehouse', as: 'id' },
      customerItem: { titles: 'ASIN · Item · SKU', as: 'id' },
      upc: { titles: 'UPC · EAN · External ID · External Product ID', as: 'id' },
      vendorPart: { titles: 'Vendor Part · Model Number · Model · Vendor SKU · Manufacturer Code', as: 'id' },
      invoicedQuantity: { titles: 'Invoiced Quantity · Quantity Invoiced · Invoiced Qty · Billed Quantity', as: 'quantity' },
      receivedQuantity: { titles: 'Received Quantity · Quantity Received · Received Qty', as: 'quantity' },
      quantity: {
        titles: 'Shortage Quantity · Quantity Short · Shortage Qty · Missing Quantity · Shortage Units · Short Quantity',
        as: 'quantity',
      },
      unitMicros: { titles: 'Unit Cost · Invoice Unit Cost · Cost · Unit Price', as: 'price' },
      currency: { titles: 'Currency · Invoice Currency', as: 'text' },
    },
  },
}

function stageShortage({ position, values: v }: FieldRow, _facts: ListFacts, source: ListSource): StagedRow {
  const invoice = v['invoiceNumber'] ?? ''
  const amount = BigInt(v['amountMinor'] ?? '0')
  const values: PortalClaimValues = {
    claimNumber: /SC(?:RSC)*$/i.test(invoice) ? invoice : `${invoice}SC`,
    claimedOn: v['claimedOn'] ?? null,
    code: null,
    codeText: 'Shortage claim',
    poNumber: v['poNumber'] ?? null,
    invoiceNumber: invoice.replace(/SC(?:RSC)*$/i, ''),
    site: v['site'] ?? null,
    customerItem: v['customerItem'] ?? null,
    upc: v['upc'] ?? null,
    vendorPart: v['vendorPart'] ?? null,
    quantity: v['quantity'] ?? missing(v['invoicedQuantity'], v['receivedQuantity']),
    unitMicros: v['unitMicros'] ?? null,
    amountMinor: (amount < 0n ? -amount : amount).toString(),
    currency: v['currency'] ?? null,
    receivedQuantity: v['receivedQuantity'] ?? null,
    reference: null,
    source: 'claims-csv',
  }
  return { kind: 'portal-claim', position, values: withHint(values, source) }
}

function missing(invoiced: string | null | undefined, received: string | null | undefined): string | null {
  return invoiced == null || received == null ? null : (BigInt(invoiced) - BigInt(received)).toString()
}
