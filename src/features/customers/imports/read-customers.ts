import type { ListReader } from '@/formats/fields/list-reader'
import type { FieldRow } from '@/formats/fields/read-fields'
import type { StagedRow } from '@/formats/staged-row'

/** Customer master: a row without a parent is a customer, a row with one is another account of its parent. */
export const customerList: ListReader = {
  rowKind: 'customer',
  stageRow: stageCustomer,
  shape: {
    kind: 'master-customers',
    fields: {
      code: { titles: 'customer · customer code · Kunde · Kundencode · 客户 · 客户代码', as: 'id', needs: 'value' },
      accountNumber: {
        titles: 'account · customer account · account number · sap account · Debitor · Konto · 账户 · 客户账户',
        as: 'id',
        needs: 'value',
      },
      name: { titles: 'name · customer name · Name · 名称 · 客户名称', as: 'text', needs: 'value' },
      parent: { titles: 'parent · parent customer · group · Konzern · 上级客户 · 母公司', as: 'id' },
      style: { titles: 'style · retailer type · Art · 类型', as: 'text' },
      companyCode: { titles: 'company_code · company · Buchungskreis · BuKr · 公司代码', as: 'id', needs: 'value' },
      currency: { titles: 'currency · curr. · Währung · 货币 · 币种', as: 'text', needs: 'value' },
      netDays: { titles: 'net_days · net · terms days · Nettotage · 净天数 · 账期', as: 'whole', needs: 'value' },
      discountPpm: { titles: 'discount_pct · discount percent · discount % · Skonto % · 折扣率', as: 'percent' },
      discountDays: { titles: 'discount_days · Skontotage · 折扣天数', as: 'whole' },
      freightTerms: { titles: 'freight_terms · freight · Frachtbedingung · 运费条款', as: 'text' },
      finePpm: { titles: 'fine_pct · fine percent · Strafsatz · 罚款率', as: 'percent' },
      paymentCycleDays: { titles: 'payment_cycle_days · payment cycle · Zahlungsrhythmus · 付款周期', as: 'whole' },
      creditStatus: { titles: 'credit_status · credit status · credit block · Kreditstatus · Kreditsperre · 信用状态', as: 'text' },
      ediId: { titles: 'edi_id · edi partner · isa id · EDI-Partner · EDI编号', as: 'id' },
    },
  },
}

function stageCustomer({ position, values }: FieldRow): StagedRow {
  const credit = creditStatus(values['creditStatus'] ?? null)
  return { kind: values['parent'] === null ? 'customer' : 'customer-account', position, values: { ...values, creditStatus: credit } }
}

const BLOCKED: ReadonlySet<string> = new Set(['blocked', 'x', 'hold', 'stop', 'gesperrt', '冻结', '停止发货'])
const CLEAR: ReadonlySet<string> = new Set(['', 'clear', 'ok', 'open', 'frei', '正常'])

/** 'blocked', null while nothing is said against the customer; any other word asks credit to look: 'review'. */
function creditStatus(written: string | null): string | null {
  const word = (written ?? '').trim().toLowerCase()
  if (CLEAR.has(word)) return null
  return BLOCKED.has(word) ? 'blocked' : 'review'
}
