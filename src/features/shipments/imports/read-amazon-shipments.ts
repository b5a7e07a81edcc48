import { toWholeText } from '@/formats/exact-text'
import { type ListSource, withHint } from '@/formats/fields/list-reader'
import { itemNumbers } from '@/formats/json/amazon-values'
import { type AmazonShipment, type AmazonShipmentItem, readAmazonShipments } from '@/formats/json/read-amazon-shipments'
import type { ReadFile } from '@/formats/staged-row'

/** Shipment confirmations of the Amazon vendor API as rows of kind 'ship-notice'; null for other files. */
export function readAmazonShipmentFile(bytes: Uint8Array, source: ListSource): ReadFile | null {
  const shipments = readAmazonShipments(bytes)
  if (shipments.length === 0) return null
  const read: ReadFile = {
    kind: 'amazon-shipment',
    rows: [],
    rejected: [],
    blank: 0,
    problems: [],
    totals: { own: null, computed: null, currency: null },
  }
  for (const shipment of shipments) {
    const fault = faultOf(shipment)
    const { position } = shipment
    if (fault === null) read.rows.push({ kind: 'ship-notice', position, values: withHint(noticeOf(shipment), source) })
    else read.rejected.push({ position, text: JSON.stringify(shipment).slice(0, 4000), problem: { position, ...fault } })
  }
  return read
}

function noticeOf(shipment: AmazonShipment) {
  const cartons = shipment.cartons === null ? null : toWholeText(shipment.cartons)
  return {
    number: shipment.number,
    // The API counts in universal time; the local time of the customer is known to the database only.
    sentAt: shipment.sentAt === null ? null : shipment.sentAt.slice(0, 16).replace('T', ' '),
    shippedOn: shipment.shippedOn,
    expectedOn: shipment.expectedOn,
    carrier: shipment.carrier,
    bol: shipment.bol,
    pro: shipment.pro,
    cartons: cartons === null ? null : Number(cartons),
    lines: shipment.items.map(lineOf),
  }
}

function lineOf(item: AmazonShipmentItem, index: number) {
  return {
    poNumber: item.poNumber,
    ...itemNumbers(item, index),
    quantity: toWholeText(item.shipped ?? '') ?? '0',
    unit: 'EA',
    cartons: 0,
    position: item.position,
  }
}

function faultOf({ number, items }: AmazonShipment): { field: string; code: string; message: string } | null {
  if (number === null) return { field: 'shipmentIdentifier', code: 'shipment-number-missing', message: 'the shipment has no number' }
  const broken = items.find(({ shipped }) => shipped === null || toWholeText(shipped) === null)
  if (!broken) return null
  return { field: 'shippedQuantity', code: 'amount-unreadable', message: `${broken.position} has no quantity of eaches` }
}
