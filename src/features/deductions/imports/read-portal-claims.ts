import type { ListFacts } from '@/formats/fields/decide-dialects'
import { type ListReader, type ListSource, withHint } from '@/formats/fields/list-reader'
import type { FieldRow } from '@/formats/fields/read-fields'
import type { StagedRow } from '@/formats/staged-row'
import type { Table } from '@/formats/table'
import { knownCodeText } from '../rules/portal-codes'
import type { PortalClaimValues } from './portal-claim-values'

/** Claims as a customer's portal exports them, under whatever titles: one row per claim line. */
export const portalClaimList: ListReader = {
  rowKind: 'portal-claim',
  stageRow: stageClaim,
  shape: {
    kind: 'portal-claims',
    totalField: 'amountMinor',
    currencyField: 'currency',
    oneOf: ['code', 'codeText', 'invoiceNumber', 'poNumber'],
    fields: {
      claimNumber: {
        titles:
          'Claim Number · Claim ID · Claim No · Claim # · Debit Memo · Debit Memo Number · Debit No · Debit Number · Charge Number · Chargeback Number · Chargeback ID · CB Number · Deduction Number · Deduction ID · Dispute ID · Document Number · Microfilm Number · Microfilm No · Claim/Microfilm Number · Claim / Microfilm · Microfilm · Issue ID · Dispute Number · Deduction Reference · Claim · Belastungsnummer · Belastungsanzeige · Reklamationsnummer · 扣款单号 · 索赔号 · 索赔编号 · 索赔单号 · 扣款编号',
        as: 'id',
        needs: 'value',
      },
      claimedOn: {
        titles:
          'Claim Date · Created · Created On · Creation Date · DM Date · Debit Date · Charge Date · Chargeback Date · Deduction Date · Claim Dt · Deduct Date · Issue Date · Document Date · Date · Datum · Belastungsdatum · 日期 · 扣款日期 · 索赔日期',
        as: 'date',
      },
      code: {
        titles:
          'Deduction Code · Deduction Reason Code · Claim Reason Code · Charge Code · Chargeback Type · Issue Type · Claim Type · Reason Code · Claim Code · Charge Type · Code · Deduction Type · Type · Reason · Grund · Grundcode · Grundschlüssel · 代码 · 原因代码 · 扣款代码 · 类型',
        as: 'id',
      },
      codeText: {
        titles:
          'Code Description · Reason Text · Reason Description · Charge Description · Description · Explanation · Claim Description · Deduction Description · Chargeback Description · Issue Description · Deduction Reason · Claim Reason · Dispute Reason · Charge Reason · Sub-type · Reason · Comments · Bezeichnung · Grundtext · Text · 原因 · 说明 · 扣款原因 · 描述',
        as: 'text',
      },
      poNumber: {
        titles:
          'PO Number · Purchase Order Number · Purchase Order ID · Purchase Order · PO · PO # · PO No · Order · Order Number · Order No · Bestellung · Bestellnummer · 订单号 · 采购订单 · 采购单号',
        as: 'id',
      },
      invoiceNumber: {
        titles:
          'Invoice Number · Invoice · Vendor Invoice · Invoice No · Invoice # · Inv · Inv No · Rechnung · Rechnungsnummer · 发票号 · 发票号码 · 发票编号',
        as: 'id',
      },
      site: {
        titles:
          'DC/Store · Fulfillment Center · Store # · DC Number · Location ID · Location · Store · Store Number · Whse · Warehouse · Ship To · Site · DC · FC · Lager · Filiale · Markt · 仓库 · 门店',
        as: 'id',
      },
      customerItem: {
        titles:
          'Item Number · Item # · Walmart Item Number · HD SKU · DPCI Number · ASIN · SKU · DPCI · Item · Item No · Article · Artikel · Artikelnummer · 商品编码 · 商品编号',
        as: 'id',
      },
      upc: { titles: 'UPC · UPC Code · EAN · GTIN · 条码', as: 'id' },
      vendorPart: { titles: 'Vendor Part · Vendor Item · Vendor Stock · Model · Model Number · Lieferantenartikel · 供应商货号', as: 'id' },
      quantity: {
        titles:
          'Claim Qty · Disputed Units · Claimed Qty · Deducted Qty · Shortage Quantity · Shortage Qty · Quantity Short · Units Short · Missing Quantity · Quantity · Units · Qty · Menge · Stück · 数量 · 扣款数量',
        as: 'quantity',
      },
      unitMicros: { titles: 'Unit Cost · Unit Price · Cost · Each · Price · Stückpreis · Preis · 单价', as: 'price' },
      amountMinor: {
        titles:
          'Claim Amount · Charge Amount · Chargeback Amount · Financial Charge · Shortage Amount · Deduction Amount · Deducted Amount · Amount Deducted · Claimed Amount · Extended Cost · Total · Total Amount · Amount · Claim Total · Betrag · Gesamtbetrag · 金额 · 扣款金额 · 索赔金额',
        as: 'amount',
        needs: 'value',
      },
      currency: { titles: 'Currency · Curr. · Währung · Währg · 货币 · 币种', as: 'text' },
      receivedQuantity: {
        titles:
          'Received Qty · Received Quantity · Quantity Received · Units Received · Qty Received · Received · Erhalten · 实收数量 · 收货数量',
        as: 'quantity',
      },
      reference: {
        titles:
          'Reference · Return Authorization · RGA Number · RMA Number · RTV Number · Agreement / RMA · RGA/Agreement · Contract / RA · RTV/Program · Agreement · Reference Number · Ref · Referenz · 参考 · 协议号',
        as: 'id',
      },
    },
  },
}

function stageClaim(row: FieldRow, { isMostlyNegative }: ListFacts, source: ListSource, table: Table): StagedRow {
  // Some exports show every claim as a negative amount; among positive ones a negative amount takes a claim back.
  const amountMinor = BigInt(row.values['amountMinor'] ?? '0') * (isMostlyNegative ? -1n : 1n)
  const claim = claimValues(row.values)
  const codeText = claim.codeText ?? (claim.code === null ? null : knownCodeText(claim.code, marksOf(table, source)))
  const values: PortalClaimValues = { ...claim, codeText, amountMinor: amountMinor.toString(), source: 'claims-csv' }
  return { kind: 'portal-claim', position: row.position, values: withHint(values, source) }
}

/** What tells whose portal a file comes from: its titles, the lines above them, its name. */
function marksOf({ columns, preamble }: Table, { fileName }: ListSource): string {
  return [fileName, ...columns.map(({ title }) => title), ...preamble.flat()].join(' ')
}

function claimValues(v: FieldRow['values']): Omit<PortalClaimValues, 'source' | 'amountMinor'> {
  return {
    claimNumber: v['claimNumber'] ?? '',
    claimedOn: v['claimedOn'] ?? null,
    code: v['code'] ?? null,
    codeText: v['codeText'] ?? null,
    poNumber: v['poNumber'] ?? null,
    invoiceNumber: v['invoiceNumber'] ?? null,
    site: v['site'] ?? null,
    customerItem: v['customerItem'] ?? null,
    upc: v['upc'] ?? null,
    vendorPart: v['vendorPart'] ?? null,
    quantity: v['quantity'] ?? null,
    unitMicros: v['unitMicros'] ?? null,
    currency: v['currency'] ?? null,
    receivedQuantity: v['receivedQuantity'] ?? null,
    reference: v['reference'] ?? null,
  }
}
