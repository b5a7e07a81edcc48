/** How a cell of a SAP list is written: text, whole number, amount, date, or an id without leading zeros. */
export type SapType = 'text' | 'number' | 'amount' | 'date' | 'id'
export type SapColumn = { us: string; de: string; cn: string; width: number; type: SapType }
export type SapList = { name: string; title: string; columns: readonly SapColumn[] }

const column = (us: string, de: string, cn: string, width: number, type: SapType = 'text'): SapColumn => ({ us, de, cn, width, type })

export const VA05: SapList = {
  name: 'va05',
  title: 'List of Sales Orders',
  columns: [
    column('Sales Doc.', 'Verkaufsbeleg', '销售凭证', 10, 'id'),
    column('Item', 'Position', '项目', 6, 'number'),
    column('Doc. Date', 'Belegdatum', '凭证日期', 10, 'date'),
    column('Purchase Order No.', 'Bestellnummer', '客户采购订单', 20),
    column('Sold-to', 'Auftraggeber', '售达方', 10, 'id'),
    column('Ship-to', 'Warenempf.', '送达方', 10, 'id'),
    column('Material', 'Material', '物料', 18, 'id'),
    column('Order Qty', 'Auftragsmenge', '订单数量', 10, 'number'),
    column('SU', 'ME', '单位', 3),
    column('Net Price', 'Nettopreis', '净价', 13, 'amount'),
    column('Net Value', 'Nettowert', '净值', 15, 'amount'),
    column('Curr.', 'Währg', '货币', 5),
    column('Req.Dlv.Dt', 'Wunschlief.', '请求交货日期', 10, 'date'),
    column('PayT', 'ZBed', '付款条件', 4),
    column('OvSt', 'GStat', '状态', 4),
  ],
}
export const VL06O: SapList = {
  name: 'vl06o',
  title: 'Outbound Deliveries',
  columns: [
    column('Delivery', 'Lieferung', '交货单', 10, 'id'),
    column('Item', 'Position', '项目', 6, 'number'),
    column('Sales Doc.', 'Verkaufsbeleg', '销售凭证', 10, 'id'),
    column('Purchase Order No.', 'Bestellnummer', '客户采购订单', 20),
    column('Ship-to', 'Warenempf.', '送达方', 10, 'id'),
    column('Material', 'Material', '物料', 18, 'id'),
    column('Dlv. Qty', 'Liefermenge', '交货数量', 10, 'number'),
    column('SU', 'ME', '单位', 3),
    column('Pl. GI Date', 'PlanWADat', '计划发货日期', 11, 'date'),
    column('Ac. GI Date', 'Ist-WADat', '实际发货日期', 11, 'date'),
    column('GI', 'WA', '发货状态', 2),
    column('Bill of Lading', 'Frachtbrief', '提单', 18),
    column('Carrier', 'Spediteur', '承运商', 7),
    column('PRO No.', 'Sendungsnr', '运单号', 12),
    column('Cartons', 'Kartons', '箱数', 7, 'number'),
    column('Plnt', 'Werk', '工厂', 4),
  ],
}
export const VF05: SapList = {
  name: 'vf05',
  title: 'List of Billing Documents',
  columns: [
    column('Bill. Doc.', 'Faktura', '开票凭证', 10, 'id'),
    column('Item', 'Position', '项目', 6, 'number'),
    column('Bill. Date', 'Fakturadatum', '开票日期', 10, 'date'),
    column('Sold-to', 'Auftraggeber', '售达方', 10, 'id'),
    column('Sales Doc.', 'Verkaufsbeleg', '销售凭证', 10, 'id'),
    column('Delivery', 'Lieferung', '交货单', 10, 'id'),
    column('Material', 'Material', '物料', 18, 'id'),
    column('Billed Qty', 'Fakt. Menge', '开票数量', 10, 'number'),
    column('SU', 'ME', '单位', 3),
    column('Gross Price', 'Bruttopreis', '单价', 13, 'amount'),
    column('Allowance', 'Abschlag', '折让', 13, 'amount'),
    column('Net Value', 'Nettowert', '净值', 15, 'amount'),
    column('Curr.', 'Währg', '货币', 5),
    column('Purchase Order No.', 'Bestellnummer', '客户采购订单', 20),
  ],
}
const LINE_ITEMS: readonly SapColumn[] = [
  column('Customer', 'Debitor', '客户', 10, 'id'),
  column('Assignment', 'Zuordnung', '分配', 18),
  column('Reference', 'Referenz', '参照', 18),
  column('DocumentNo', 'Belegnummer', '凭证编号', 10, 'id'),
  column('Ty', 'Art', '类型', 2),
  column('Doc. Date', 'Belegdatum', '凭证日期', 10, 'date'),
  column('Pstng Date', 'Buch.datum', '过账日期', 10, 'date'),
  column('Net due', 'Nettofällig', '净到期日', 10, 'date'),
  column('PK', 'BS', '记账码', 2),
  column('Amount in doc. curr.', 'Betrag in BW', '凭证货币金额', 20, 'amount'),
  column('Curr.', 'Währg', '货币', 5),
  column('Clrng doc.', 'Ausgl.beleg', '清账凭证', 10, 'id'),
  column('Clearing', 'Ausgleich', '清账日期', 10, 'date'),
  column('RCd', 'GrCd', '原因代码', 3),
  column('Text', 'Text', '文本', 40),
]
export const FBL5N_CLEARED: SapList = { name: 'fbl5n_cleared', title: 'Customer Line Item Display - cleared items', columns: LINE_ITEMS }
export const FBL5N_OPEN: SapList = { name: 'fbl5n_open', title: 'Customer Line Item Display - open items', columns: LINE_ITEMS }
