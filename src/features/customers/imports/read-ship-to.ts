import type { ListReader } from '@/formats/fields/list-reader'
import { CUSTOMER_TITLES, customerReference } from './customer-reference'

/** Ship-to parties: the customer's stores and distribution centres with the number used in its documents. */
export const shipToList: ListReader = {
  rowKind: 'ship-to',
  finish: customerReference,
  shape: {
    kind: 'master-ship-to',
    fields: {
      customer: { titles: CUSTOMER_TITLES, as: 'id', needs: 'value' },
      shipToAccount: { titles: 'account · ship-to account · ship-to · Warenempfänger · 送达方', as: 'id', needs: 'value' },
      number: { titles: 'number · store · dc · location · Lager · Filiale · 仓库 · 门店', as: 'id', needs: 'value' },
      name: { titles: 'name · ship-to name · Name · 名称', as: 'text', needs: 'value' },
      city: { titles: 'city · Ort · Stadt · 城市', as: 'text' },
      region: { titles: 'region · state · Region · 省 · 地区', as: 'text' },
      postalCode: { titles: 'postal_code · zip · PLZ · 邮编', as: 'id' },
      gln: { titles: 'gln · global location number', as: 'id', needs: 'column' },
    },
  },
}
