import { type OdataReader, odataDate, odataText, odataWhole } from '@/formats/json/odata-draft'
import { textAt } from '@/formats/json/read-json'

const NEEDED = { line: 'DeliveryDocumentItem', material: 'Material', quantity: 'ActualDeliveryQuantity' }

/** Outbound deliveries of SAP (API_OUTBOUND_DELIVERY_SRV and its successor) as rows of kind 'delivery-line', one per item. */
export const readOdataDelivery: OdataReader = (document, draft) => {
  for (const item of document.items) {
    const { value } = item
    const text = (...fields: string[]) => odataText(document, value, ...fields)
    const cartons = odataWhole(document.header, 'HeaderNumberOfPackages', 'NumberOfPackages')
    draft.add(
      'delivery-line',
      item,
      {
        number: document.number,
        line: textAt(value, `${document.type.key}Item`),
        salesOrder: text('ReferenceSDDocument'),
        poNumber: text('PurchaseOrderByCustomer'),
        account: text('SoldToParty'),
        shipTo: text('ShipToParty'),
        material: textAt(value, 'Material') ?? textAt(value, 'Product'),
        quantity: odataWhole(value, 'ActualDeliveryQuantity', 'ActualDeliveredQtyInBaseUnit'),
        unit: text('DeliveryQuantityUnit', 'DeliveryQuantitySAPUnit'),
        plannedIssueOn: odataDate(document, value, 'PlannedGoodsIssueDate', 'PlannedGoodsMovementDate'),
        issuedOn: odataDate(document, value, 'ActualGoodsMovementDate'),
        issueStatus: text('OverallGoodsMovementStatus', 'GoodsMovementStatus'),
        bol: text('BillOfLading'),
        carrier: text('CarrierParty', 'ForwardingAgent'),
        pro: text('MeansOfTransport', 'ExternalIdentification'),
        cartons: cartons === null || !/[1-9]/.test(cartons) ? null : Number(cartons),
        plant: text('Plant'),
      },
      NEEDED,
    )
  }
}
