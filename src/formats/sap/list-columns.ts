/** The lists that are recognised: VA05 orders, VL06O deliveries, VF05 billing documents, FBL5N customer line items. */
export const SAP_LIST_KINDS = ['va05', 'vl06o', 'vf05', 'fbl5n'] as const
export type SapListKind = (typeof SAP_LIST_KINDS)[number]

/** Titles with ' · ' between them, the likeliest first. */
type Titles = Readonly<Record<string, string>>

const SALES_DOCUMENT =
  'Sales Doc. · Sales Document · Sales Document No. · SalesDoc · SD Doc. · SD Document · Order · Sales Order · Verkaufsbeleg · VerkBeleg · Auftrag · Vertriebsbeleg · 销售凭证 · 销售订单 · 销售和分销凭证'
const ITEM =
  'Item · Itm · Item (SD) · Sales Document Item · Delivery Item · Billing Item · Position · Pos · Pos. · Posnr · 项目 · 行项目 · 销售凭证项目 · 交货项目'
const CUSTOMER_PO =
  'Purchase Order No. · Purchase Order Number · Purch. Order · PurchOrdNo. · Cust. PO No. · PO Number · PO No. · Purch. Order No. · Customer Reference · Cust. Reference · Customer PO · Bestellnummer · Bestellnr. · Kundenreferenz · Kundenbestellnummer · 客户采购订单 · 客户采购订单编号 · 采购订单编号 · 采购订单号 · 客户参考'
const SOLD_TO =
  'Sold-to · Sold-to Party · Sold-to pt. · Sold-to Party No. · Auftraggeber-Nr. · Sold-To Pt · SoldToPt · Auftraggeber · AG · 售达方 · 购货方'
const SHIP_TO = 'Ship-to · Ship-to Party · Ship-To · ShipTo · Warenempf. · Warenempfänger · WE · 送达方 · 收货方 · 运达方'
const MATERIAL =
  'Material · Material Number · Material Code · Materialnr. · Material No. · Materialnummer · Matnr · Artikel · 物料 · 物料编号 · 物料号'
const UNIT =
  'SU · Sales Unit · Unit · UoM · BUn · Base Unit · Base Unit of Measure · ME · VME · VrkME · Mengeneinheit · Verkaufsmengeneinheit · 单位 · 销售单位 · 计量单位 · 基本计量单位'
const CURRENCY =
  'Curr. · Currency · Crcy · Document Currency · Doc. Currency · Doc. Curr. · DocCurr · Währg · Währung · Belegwährung · Belegwähr. · Waers · 货币 · 币种 · 凭证货币'
const NET_VALUE = 'Net Value · Net Value (Item) · Net value of item · Nettowert · Nettowert Position · 净值 · 净价值 · 净额'
const DELIVERY = 'Delivery · Deliv. · Outbound Delivery · Delivery No. · Lieferung · Auslieferung · 交货单 · 交货 · 外向交货'
const DOCUMENT_DATE = 'Doc. Date · Document Date · Doc.Date · Belegdatum · Belegdat. · 凭证日期'

/** Titles seen for each meaning, in the layouts and logon languages English, German and Chinese; order is that of the usual layout. */
export const SAP_LIST_COLUMNS = {
  va05: {
    salesDocument: SALES_DOCUMENT,
    item: ITEM,
    documentDate: `${DOCUMENT_DATE} · Created On · Order Date · Angelegt am · Auftragsdatum · 创建日期 · 创建于`,
    customerPo: CUSTOMER_PO,
    soldTo: SOLD_TO,
    shipTo: SHIP_TO,
    material: MATERIAL,
    quantity:
      'Order Qty · Order Quantity · Order Quantity (Item) · Ord. Qty · Quantity · Auftragsmenge · Auftragsmenge Position · Menge · 订单数量 · 数量',
    unit: UNIT,
    netPrice: 'Net Price · Nettopreis · 净价 · 净单价',
    netValue: NET_VALUE,
    currency: CURRENCY,
    requestedDate:
      'Req.Dlv.Dt · Req. Dlv. Date · Requested Delivery Date · Req. Deliv. Date · Delivery Date · Wunschlief. · Wunschlieferdatum · Wunschlieferdat · Lieferdatum · 请求交货日期 · 要求交货日期 · 交货日期',
    paymentTerms:
      'PayT · Payment Terms · Terms of Payment · Payt Terms · Pmnt Terms · ZBed · Zahlungsbedingung · Zahlungsbed. · ZahlBed · 付款条件 · 付款条款 · 收付条件',
    overallStatus:
      'OvSt · Overall Status · OvrlStatus · Status · Overall Processing Status · GStat · Gesamtstatus · Status gesamt · 状态 · 总体状态 · 总状态 · 整体状态',
  },
  vl06o: {
    delivery: DELIVERY,
    item: ITEM,
    salesDocument: `${SALES_DOCUMENT} · Reference Document · Originating Document · Vorlagebeleg · Vorgängerbeleg · 参考凭证 · 源凭证`,
    customerPo: CUSTOMER_PO,
    shipTo: SHIP_TO,
    material: MATERIAL,
    quantity: 'Dlv. Qty · Delivery Quantity · Deliv. Qty · Delivery qty · Quantity · Liefermenge · LieferMenge · Menge · 交货数量 · 数量',
    unit: UNIT,
    plannedGoodsIssue:
      'Pl. GI Date · Planned GI Date · Planned Goods Issue Date · Goods Issue Date · Pl. Gds Mvmnt · Pl. Gds Mvmt · PlanWADat · Plan-WA-Datum · Warenausgangsdatum · WA-Datum · 计划发货日期 · 计划货物移动日期 · 发货日期',
    actualGoodsIssue:
      'Ac. GI Date · Actual GI Date · Act. GI Date · Actual Goods Issue Date · Act. Gds Mvmnt Date · Ac. Gds Mvmt · Ist-WADat · Ist-WA-Datum · Warenausgangsdatum Ist · Wirkliches Warenausgangsdatum · 实际发货日期 · 实际货物移动日期',
    goodsIssueStatus:
      'GI · GI Status · Goods Issue Status · Total gds mvt stat. · TotGdsMvmtStat · Overall goods movement status · GM · WA · WA-Status · Warenausgangsstatus · WStat · 发货状态 · 货物移动状态 · 总体货物移动状态',
    billOfLading: 'Bill of Lading · BOL · B/L · Bill of lading number · Frachtbrief · Ladeschein · Frachtbriefnummer · 提单 · 提单号',
    carrier:
      'Carrier · Forwarding Agent · Forw. Agent · Fwdg Agent · ForwAgent · Spediteur · Frachtführer · 承运商 · 承运人 · 运输代理 · 货运代理',
    pro: 'PRO No. · PRO · PRO Number · Tracking Number · External Identification · Means of Transport ID · Sendungsnr · Sendungsnummer · Transportmittel-ID · 运单号 · 跟踪号 · 外部标识',
    cartons:
      'Cartons · Number of packages · No. of Packages · NoPackages · Packages · Kartons · Anzahl Packstücke · Packstücke · 箱数 · 包裹数 · 包装数',
    plant: 'Plnt · Plant · Werk · 工厂',
  },
  vf05: {
    billingDocument:
      'Bill. Doc. · Billing Document · Billing Doc. · Bill.Doc. · BillDoc · Invoice · Faktura · Fakturabeleg · Fakturanummer · Rechnung · 开票凭证 · 出具发票凭证 · 发票凭证 · 发票',
    item: ITEM,
    billingDate:
      'Bill. Date · Billing Date · Bill.Date · BillingDate · Fakturadatum · FktDatum · Rechnungsdatum · 开票日期 · 出具发票日期 · 发票日期 · 开单日期',
    soldTo: `${SOLD_TO} · Payer · Regulierer · 付款方`,
    salesDocument: SALES_DOCUMENT,
    delivery: `${DELIVERY} · Reference Document · Ref. Doc. · Vorlagebeleg · 参考凭证`,
    material: MATERIAL,
    quantity:
      'Billed Qty · Billed Quantity · Actual billed quantity · Invoiced Quantity · Bill. Qty · Fakt. Menge · Fakturierte Menge · Fakturamenge · Menge · 开票数量 · 实际开票数量 · 已开票数量',
    unit: UNIT,
    grossPrice: 'Gross Price · Price · Unit Price · Bruttopreis · Preis · 单价 · 毛价 · 总价',
    allowance: 'Allowance · Discount · Rebate · Abschlag · Rabatt · Nachlass · 折让 · 折扣',
    netValue: NET_VALUE,
    currency: CURRENCY,
    customerPo: CUSTOMER_PO,
  },
  fbl5n: {
    customer: 'Customer · Account · Customer Account · Cust. · Debitor · Konto · Kunde · 客户 · 账户 · 科目 · 客户科目',
    assignment: 'Assignment · Assgnmnt · Allocation · Zuordnung · 分配 · 分派',
    reference: 'Reference · Reference No. · Reference Document · Referenz · 参照 · 参考 · 参考凭证',
    document:
      'DocumentNo · Document Number · Doc. No. · Document No. · Document · Belegnummer · Belegnr · Beleg-Nr. · 凭证编号 · 凭证号 · 会计凭证',
    documentType: 'Ty · Type · Document Type · Doc. Type · Art · Belegart · BlArt · 类型 · 凭证类型',
    documentDate: DOCUMENT_DATE,
    postingDate:
      'Pstng Date · Posting Date · Post. Date · Posting Dt · Buch.datum · Buchungsdatum · Buch.dat. · 过账日期 · 记帐日期 · 记账日期',
    netDue:
      'Net due · Net Due Date · Due Date · Due on · Nettofällig · Nettofälligkeit · Fällig am · Fälligkeit · 净到期日 · 到期日 · 净价到期日 · 净额到期日',
    postingKey: 'PK · Posting Key · BS · Buchungsschlüssel · BSchl · 记账码 · 记帐码 · 过账码 · 过账代码',
    amount:
      'Amount in doc. curr. · Amount in DC · Amt in doc. curr. · Amount in Document Currency · Amount · Betrag in BW · Betrag in Belegwährung · Betrag · 凭证货币金额 · 凭证货币计的金额 · 以凭证货币计的金额 · 金额 · Amount in local cur. · Amount in LC · Amount in Local Currency · Amt in loc.cur. · Betrag in Hauswähr. · Betrag in HW · Betrag in Hauswährung · 本币金额 · 本位币金额',
    currency: `${CURRENCY} · LCurr · Local Currency · Loc. Curr. · Hauswähr. · Hauswährung · HWähr · 本币 · 本位币`,
    clearingDocument:
      'Clrng doc. · Clearing Document · Clearing Doc. · Clrng Doc · Ausgl.beleg · Ausgleichsbeleg · AusglBel · 清账凭证 · 清帐凭证 · 结算凭证',
    clearingDate:
      'Clearing · Clearing Date · Clearing Dt · Ausgleich · Ausgleichsdatum · Ausgl.datum · 清账日期 · 清帐日期 · 结算日期 · 清帐',
    reasonCode: 'RCd · Reason Code · Reason · Rsn · GrCd · Grund · Differenzgrund · Ursachencode · 原因代码 · 原因码',
    text: 'Text · Item Text · Line Item Text · Positionstext · Buchungstext · 文本 · 项目文本 · 行项目文本',
  },
} as const satisfies Record<SapListKind, Titles>
