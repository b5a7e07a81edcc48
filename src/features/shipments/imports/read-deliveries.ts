import type { ListReader } from '@/formats/fields/list-reader'
import { SAP_LIST_COLUMNS } from '@/formats/sap/list-columns'

const TITLES = SAP_LIST_COLUMNS.vl06o

/** SAP VL06O, our outbound deliveries: one row per delivery item. The customer is found by the ship-to party or the order. */
export const deliveryList: ListReader = {
  rowKind: 'delivery-line',
  shape: {
    kind: 'sap-vl06o',
    datesAreSap: true,
    oneOf: ['plannedIssueOn', 'issuedOn', 'issueStatus'],
    fields: {
      number: { titles: TITLES.delivery, as: 'id', needs: 'value' },
      line: { titles: TITLES.item, as: 'id', needs: 'value' },
      salesOrder: { titles: TITLES.salesDocument, as: 'id' },
      poNumber: { titles: TITLES.customerPo, as: 'id' },
      shipTo: { titles: TITLES.shipTo, as: 'id' },
      material: { titles: TITLES.material, as: 'id', needs: 'value' },
      quantity: { titles: TITLES.quantity, as: 'quantity', needs: 'value' },
      unit: { titles: TITLES.unit, as: 'text' },
      plannedIssueOn: { titles: TITLES.plannedGoodsIssue, as: 'date' },
      issuedOn: { titles: TITLES.actualGoodsIssue, as: 'date' },
      issueStatus: { titles: TITLES.goodsIssueStatus, as: 'text' },
      bol: { titles: TITLES.billOfLading, as: 'id' },
      carrier: { titles: TITLES.carrier, as: 'text' },
      pro: { titles: TITLES.pro, as: 'id' },
      cartons: { titles: TITLES.cartons, as: 'whole' },
      plant: { titles: TITLES.plant, as: 'text' },
    },
  },
}
