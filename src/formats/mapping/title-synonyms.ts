import type { Titles } from '../fields/match-titles'

// Titles that no list of ours carries but portals use for the same thing, by the name of the field: English, German,
// Chinese (simplified and traditional), French. The shapes of the lists hold their own titles; these come after them.
export const TITLE_SYNONYMS: Readonly<Record<string, Titles>> = {
  claimNumber:
    'Debit Note · Debit Note Number · Penalty Number · Case Number · Case ID · Violation ID · Violation Number · Adjustment Number · Chargeback Reference · Claim Reference · Claim Ref · Belastung · Belastungs-Nr · Rückbelastung · Rückbelastungsnummer · Schadensnummer · Vorgangsnummer · 扣款编码 · 罚单号 · 罚单编号 · 流水号 · 罚款单号 · 索赔单编号 · 赔付单号 · 扣费单号 · 费用单号 · 单据号 · 单号 · 扣款單號 · 索賠單號 · Numéro de réclamation',
  claimedOn:
    'Claimed On · Posted · Posting Date · Posted Date · Issue Date · Issued On · Violation Date · Penalty Date · Deducted On · Buchungsdatum · Erstellt am · Ausstellungsdatum · Vom · 创建日期 · 创建时间 · 扣款时间 · 提交日期 · 生成日期 · 登记日期 · 单据日期 · 扣款日 · Date de réclamation',
  code: 'Reason ID · Reason Cd · Rsn · Rsn Cd · Adj Code · Violation Code · Penalty Code · Schlüssel · Grund-Code · Kennzeichen · 原因编码 · 类型代码 · 扣款类型 · 索赔类型 · 费用类型 · 费用代码 · 问题类型 · Code motif',
  codeText:
    'Narrative · Reason Name · Notes · Note · Details · Violation · Violation Description · Adjustment Reason · Begründung · Grund der Belastung · Beschreibung · Anmerkung · 原因说明 · 原因描述 · 扣款说明 · 备注 · 索赔原因 · 费用说明 · 问题描述 · Motif',
  poNumber:
    'Purchase Order Number · Purchase Order No · Customer PO · Customer Order · P.O. · P.O. Number · Buyer Order · Bestell-Nr · Auftrag · Auftragsnummer · Kundenbestellung · 订单编号 · 采购订单号 · 采购单 · 采购单编号 · PO号 · 客户订单号 · 採購單號 · Commande',
  invoiceNumber:
    'Invoice Ref · Original Invoice · Billing Document · Bill No · Bill Number · Vendor Invoice Number · Supplier Invoice · Rechnungs-Nr · Rechnungsnr · Faktura · Fakturanummer · 发票 · 发票单号 · 供应商发票号 · 账单号 · 發票號碼 · Facture',
  site: 'Store No · Store # · DC Number · Distribution Center · Distribution Centre · Branch · Facility · Plant · Standort · Filialnummer · Marktnummer · Verteilzentrum · 门店编号 · 门店号 · 仓库编号 · 配送中心 · 收货地 · 大仓 · 店铺',
  location: 'Store No · DC Number · Distribution Center · Branch · Facility · Standort · 门店编号 · 仓库编号 · 配送中心',
  customerItem:
    'Customer Material · Article Number · Article No · Item ID · TCIN · Sku ID · Product ID · Artikel-Nr · 商品编号 · 商品ID · 货品编码 · 产品编码 · 客户物料',
  upc: 'Barcode · Bar Code · EAN Code · GTIN-14 · EAN/UPC · Strichcode · 条形码 · 国际条码 · 商品条码',
  vendorPart:
    'Supplier Part · Supplier Item · Manufacturer Part · MPN · Part Number · Part No · Lieferanten-Artikel · Herstellernummer · 供应商型号 · 型号 · 厂商货号',
  quantity:
    'Qty Claimed · Claim Quantity · Pieces · Pcs · Units Claimed · Qty Short · Shortage Qty · Anzahl · Stückzahl · Fehlmenge · 件数 · 扣款件数 · 差异数量 · 短少数量 · 索赔数量 · Quantité',
  unitMicros: 'Net Price · Price Each · Unit Amount · Einzelpreis · EP · 含税单价 · 采购单价 · 采购价',
  priceMicros: 'Net Price · Price Each · Agreed Price · Einzelpreis · 协议价 · 采购价 · 合同价',
  amountMinor:
    'Deducted Amount · Deducted · Amount Deducted · Amount Claimed · Claimed Amount · Chargeback Amount · Penalty · Penalty Amount · Fine · Fee · Value · Debit Amount · Debit · Net Amount · Betrag in EUR · Belastungsbetrag · Abzug · Abzugsbetrag · Summe · Wert · 扣款总额 · 扣款额 · 扣费金额 · 罚款金额 · 含税金额 · 总金额 · 应扣金额 · 赔付金额 · 索赔总额 · 扣款金額 · Montant',
  currency: 'Ccy · Cur · Currency Code · Curr · Whg · Währungsschlüssel · 币别 · 货币代码 · 幣別 · Devise',
  receivedQuantity: 'Qty Rec · Rcvd · Rcvd Qty · Received Quantity · Wareneingangsmenge · 收货件数 · 实际收货数量',
  received: 'Rcvd · Rcvd Qty · Accepted Qty · Quantity Received · Wareneingangsmenge · Eingangsmenge · 收货件数 · 实际收货数量 · 入库数量',
  reference:
    'Reference No · Reference ID · Ref No · RGA · RMA · Return Number · Bezug · Referenznummer · 参考号 · 参考编号 · 备查号 · 退货单号',
  paymentNumber:
    'Payment Reference · Payment Ref · Payment ID · Wire Reference · Check # · Scheck · Schecknummer · Avis · Avisnummer · 付款编号 · 支付编号 · 付款批次 · 结算单号',
  paidOn: 'Paid On · Value Date · Settlement Date · Zahltag · Valuta · 支付日期 · 打款日期 · 结算日期',
  gross: 'Original Amount · Bill Amount · Invoice Total · Rechnungsbetrag · 发票金额 · 账单金额',
  discount: 'Cash Discount · Terms Discount · Skontobetrag · Abzug Skonto · 折扣 · 折扣金额 · 现金折扣金额',
  paid: 'Paid Amt · Payment Amount · Settled · Settled Amount · Überweisungsbetrag · 付款金额 · 支付金额 · 结算金额',
  orderedOn: 'PO Created · Order Created · Auftragsdatum · 订购日期 · 创建日期 · 采购日期',
  receivedOn: 'Receiving Date · Date Received · GR Date · Wareneingangsdatum · 到货日期 · 收货时间 · 入库时间',
  invoicedOn: 'Billing Date · Bill Date · Fakturadatum · 开票日期',
  documentOn: 'Doc. Date · Bill Date · Belegdatum · 开票日期',
  reportedOn: 'Snapshot Date · Inventory Date · Stichtag · 盘点日期',
  shipToNumber: 'Ship-To · Delivery Location · Destination · Lieferort · 送货地点 · 收货方',
  shipBy: 'Ship By · Ship Date · Latest Ship Date · Requested Date · Wunschtermin · 要求交期 · 交期',
  account: 'Payer · Sold-To · Sold To · Bill-To · Customer Number · Customer No · Kundennummer · Kunden-Nr · 客户编号 · 付款方',
  customer: 'Customer ID · Customer Number · Sold-To · Partner · Kundennummer · 客户编号',
  material: 'Material No · Article · SAP Material · Our Item · Artikelnummer · 物料号 · 料号',
  validFrom: 'Start · Start Date · From · Effective From · Ab · Von · 生效日期 · 开始日期',
  validTo: 'End · End Date · To · Until · Effective To · Bis · 失效日期 · 结束日期',
}

/** Short words of column titles and what they stand for; both sides of a comparison are spelled out by it. */
export const TITLE_ABBREVIATIONS: Readonly<Record<string, string>> = {
  no: 'number',
  nr: 'number',
  num: 'number',
  nbr: 'number',
  id: 'number',
  nummer: 'number',
  amt: 'amount',
  qty: 'quantity',
  qnty: 'quantity',
  menge: 'quantity',
  units: 'quantity',
  dt: 'date',
  datum: 'date',
  desc: 'description',
  descr: 'description',
  ref: 'reference',
  inv: 'invoice',
  rechnung: 'invoice',
  ord: 'order',
  cust: 'customer',
  kunde: 'customer',
  curr: 'currency',
  cur: 'currency',
  ccy: 'currency',
  pmt: 'payment',
  pymt: 'payment',
  chk: 'check',
  cheque: 'check',
  ded: 'deduction',
  deduct: 'deduction',
  deducted: 'deduction',
  rsn: 'reason',
  cd: 'code',
  rcvd: 'received',
  recd: 'received',
  betrag: 'amount',
  belastung: 'claim',
  chargeback: 'claim',
  chargebk: 'claim',
  chgbk: 'claim',
  cb: 'claim',
  penalty: 'claim',
  debit: 'claim',
  whse: 'warehouse',
  wh: 'warehouse',
  loc: 'location',
}
