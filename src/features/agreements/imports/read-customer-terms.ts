import { CUSTOMER_TITLES, customerReference } from '@/features/customers/imports/customer-reference'
import type { ListReader } from '@/formats/fields/list-reader'
import { kebabWord } from './kebab-word'

/** The customers' reason codes with their meaning in X12 element 426 and EDIFACT 4465. */
export const reasonCodeList: ListReader = {
  rowKind: 'reason-code',
  finish: customerReference,
  shape: {
    kind: 'master-reason-codes',
    oneOf: ['x12Code', 'edifactCode'],
    fields: {
      customer: { titles: CUSTOMER_TITLES, as: 'id', needs: 'value' },
      code: { titles: 'code · reason code · Grund · Grundcode · 代码 · 原因代码', as: 'id', needs: 'value' },
      x12Code: { titles: 'x12_426 · x12 · element 426', as: 'id' },
      edifactCode: { titles: 'edifact_4465 · edifact · element 4465', as: 'id' },
      text: { titles: 'text · description · meaning · Text · 说明', as: 'text' },
    },
  },
}

/** How long a deduction of a type may be disputed, and from which day on. */
export const disputeWindowList: ListReader = {
  rowKind: 'dispute-window',
  finish: (row) => ({ ...customerReference(row), type: kebabWord(row.values['type'] ?? '') }),
  shape: {
    kind: 'master-dispute-windows',
    fields: {
      customer: { titles: CUSTOMER_TITLES, as: 'id', needs: 'value' },
      type: { titles: 'type · deduction type · category · Art · 类型', as: 'text', needs: 'value' },
      days: { titles: 'days · window days · Tage · 天数', as: 'whole', needs: 'value' },
      anchor: { titles: 'anchor · counted from · ab · 起算', as: 'text', needs: 'value' },
      source: { titles: 'source · read in · Quelle · 来源', as: 'text' },
      checkedOn: { titles: 'checked_on · checked on · date checked · geprüft am · 核对日期', as: 'date' },
      confidence: { titles: 'confidence · how sure · Sicherheit · 可信度', as: 'text' },
    },
  },
}

/** What carriers charge: base plus cartons times rate, the same numbers in every currency. */
export const freightTariffList: ListReader = {
  rowKind: 'freight-tariff',
  shape: {
    kind: 'master-freight-tariff',
    fields: {
      carrier: { titles: 'carrier · scac · Spediteur · 承运商', as: 'id', needs: 'value' },
      baseMinor: { titles: 'base_usd · base · base rate · Grundpreis · 基本费用', as: 'amount', needs: 'value' },
      perCartonMinor: { titles: 'per_carton_usd · per carton · rate per carton · je Karton · 每箱费用', as: 'amount', needs: 'value' },
    },
  },
}
