import { CUSTOMER_TITLES, customerReference } from '@/features/customers/imports/customer-reference'
import type { ListReader } from '@/formats/fields/list-reader'
import { kebabWord } from './kebab-word'

const AGREEMENT = 'agreement · agreement number · deal number · Vereinbarung · Absprache · 协议 · 协议编号'

/** Programmes agreed with a customer: promotions, co-op, rebates, price protection. The rate is in parts per million. */
export const agreementList: ListReader = {
  rowKind: 'agreement',
  finish: (row) => ({ ...customerReference(row), kind: kebabWord(row.values['kind'] ?? '') }),
  shape: {
    kind: 'master-agreements',
    fields: {
      number: { titles: AGREEMENT, as: 'id', needs: 'value' },
      customer: { titles: CUSTOMER_TITLES, as: 'id', needs: 'value' },
      kind: { titles: 'kind · type · programme type · Art · 类型', as: 'text', needs: 'value' },
      family: { titles: 'family · product family · Warengruppe · 产品系列', as: 'text' },
      validFrom: { titles: 'valid_from · valid from · Gültig ab · 有效期自', as: 'date', needs: 'value' },
      validTo: { titles: 'valid_to · valid to · Gültig bis · 有效期至', as: 'date', needs: 'value' },
      ratePpm: { titles: 'percent · rate · Satz · 百分比', as: 'percent' },
      unitLimitPerOrderLine: { titles: 'unit_limit_per_order_line · unit limit · Mengenlimit · 数量上限', as: 'whole' },
      claimDaysAfterDrop: { titles: 'claim_days_after_drop · claim days · 索赔天数', as: 'whole' },
      text: { titles: 'text · description · Text · 说明', as: 'text' },
    },
  },
}

/** The articles an agreement covers. */
export const agreementItemList: ListReader = {
  rowKind: 'agreement-item',
  shape: {
    kind: 'master-agreement-items',
    fields: {
      agreement: { titles: AGREEMENT, as: 'id', needs: 'value' },
      material: { titles: 'material · material number · Materialnummer · 物料', as: 'id', needs: 'value' },
    },
  },
}
