import { describe, expect, it } from 'vitest'
import { findReferences } from './find-references'
import { readDeliveryPaper } from './read-delivery-paper'

const read = (...lines: string[]) => readDeliveryPaper([lines])
const references = (...lines: string[]) => findReferences([lines]).map((found) => [found.kind, found.value])

describe('a delivery receipt', () => {
  it('says what was shipped, received, signed and stamped, and where', () => {
    const paper = read(
      'DELIVERY RECEIPT',
      'Carrier: Blue Fork Freight (BLFK)',
      'Delivered: 01/16/2025 08:05 Dock 57',
      'Pieces shipped: 11 CTN',
      'Pieces received: 10 CTN',
      'Remarks: SHORT 1 CTN',
      'Received by: K. Lind [signature]',
      'Stamp: RECEIVED 01/16/2025 6092',
    )
    expect(paper).toMatchObject({
      kind: 'delivery-receipt',
      carrier: { name: 'Blue Fork Freight', scac: 'BLFK', line: 2 },
      piecesShipped: { count: 11, unit: 'CTN', page: 1, line: 4 },
      piecesReceived: { count: 10, line: 5 },
      deliveredOn: { date: '2025-01-16', time: '08:05' },
      receivedBy: { present: true, name: 'K. Lind' },
      stamp: { present: true },
      remarks: { remark: 'SHORT 1 CTN' },
      exceptions: [{ kind: 'short', count: 1, line: 6 }],
    })
  })

  it.each([
    ["Rec'd 10 of 11 ctns", 11, 10],
    ['Qty shipped 11   Qty received 10', 11, 10],
    ['Cartons tendered: 1,011  Cartons delivered: 1,010', 1011, 1010],
    ['应收箱数：11  实收箱数：10', 11, 10],
    ['Received: 01/16/2025', null, null],
    ['Received by: 12 Main St', null, null],
  ])('%j counts %s shipped and %s received', (line, shipped, received) => {
    const paper = read('PROOF OF DELIVERY', line)
    expect([paper.piecesShipped?.count ?? null, paper.piecesReceived?.count ?? null]).toEqual([shipped, received])
  })

  it.each([
    ['1 CTN DAMAGED', 'damaged', 1],
    ['2 cartons missing', 'short', 2],
    ['short: 3', 'short', 3],
    ['shortage noted', 'short', null],
    ['over 2', 'over', 2],
    ['1 pallet refused', 'refused', 1],
    ['subject to count', 'subject-to-count', null],
    ['短少 2 箱', 'short', 2],
    ['3 Kartons beschädigt', 'damaged', 3],
  ])('the remark %j is an exception', (remark, kind, count) => {
    expect(read('DELIVERY RECEIPT', `Remarks: ${remark}`).exceptions).toMatchObject([{ kind, count }])
  })

  it.each(['none', 'seal intact', 'no shortage', 'no damages noted', 'damaged: 0', 'short 0'])('the remark %j is none', (remark) => {
    expect(read('DELIVERY RECEIPT', `Remarks: ${remark}`).exceptions).toEqual([])
  })

  it('an empty signature or stamp line is not a signature', () => {
    const paper = read('DELIVERY RECEIPT', 'Received by: ____________', 'Stamp: -')
    expect(paper.receivedBy).toMatchObject({ present: false, name: null })
    expect(paper.stamp).toMatchObject({ present: false })
    expect(read('DELIVERY RECEIPT', 'RECEIVED  DC 6092  01/16/2025').stamp).toMatchObject({ present: true })
  })

  it('does not guess the day when a date fits two readings and nothing tells the country', () => {
    expect(read('Liefernachweis', 'Zugestellt am: 05/04/2025').deliveredOn).toMatchObject({ date: null })
    expect(read('Liefernachweis', 'Zugestellt am: 05.04.2025').deliveredOn).toMatchObject({ date: '2025-04-05' })
  })
})

describe('a bill of lading', () => {
  it.each([
    ['Driver count: 14 CTN', 'driver', 14],
    ['Shipper load and count (SLC)', 'shipper', null],
    ['Shipper load & count', 'shipper', null],
    ['Freight counted: [ ] By Shipper  [X] By Driver/Pieces', 'driver', null],
    ['Freight counted: [X] By Shipper  [ ] By Driver/Pieces', 'shipper', null],
    ['Freight counted: [ ] By Shipper  [X] By Driver/pallets said to contain', 'shipper', null],
    ['SHIPPER LOAD, DRIVER COUNT 9', 'driver', 9],
    ['1 pallet said to contain 40 cartons', 'shipper', null],
    ['Cartons: 14', undefined, null],
  ])('%j', (line, who, count) => {
    const paper = read('STRAIGHT BILL OF LADING', line)
    expect([paper.countedBy?.who, paper.driverCount?.count ?? null]).toEqual([who, count])
  })

  it('has a driver who signed and a day', () => {
    const paper = read(
      'STRAIGHT BILL OF LADING',
      'PRO number: 395940992',
      'Ship date: 01/08/2025',
      'Cartons: 14',
      'Driver signature: Lind Date: 01/08/2025',
    )
    expect(paper).toMatchObject({
      kind: 'bill-of-lading',
      cartons: { count: 14 },
      shippedOn: { date: '2025-01-08' },
      driverSignature: { present: true, name: 'Lind' },
    })
  })

  it('small print about loss or damage is no exception', () => {
    expect(read('BILL OF LADING', 'Liability limitation for loss or damage in this shipment may be applicable').exceptions).toEqual([])
  })
})

describe('references in a text', () => {
  it('are found behind their labels in one sentence', () => {
    expect(references('PO 00254285, bill of lading 08600040000002406, carrier CTLN PRO 802409132')).toEqual([
      ['po', '00254285'],
      ['bol', '08600040000002406'],
      ['pro', '802409132'],
    ])
  })

  it('are found in boxes whose titles stand above', () => {
    expect(references('PRO NUMBER  B/L NUMBER  DATE', '123-456789  7788991  01/02/2025')).toEqual([
      ['pro', '123-456789'],
      ['bol', '7788991'],
    ])
  })

  it.each([
    ['Customer PO: FEBDEMUJ', 'po', 'FEBDEMUJ'],
    ['P.O. No. 1647-4923631', 'po', '1647-4923631'],
    ['Bestellnummer: 4513321208', 'po', '4513321208'],
    ['订单号：JB1961360905', 'po', 'JB1961360905'],
    ['Invoice # 90000050', 'invoice', '90000050'],
    ['Rechnungsnr. 90000050', 'invoice', '90000050'],
    ['Delivery note: 80000065', 'delivery', '80000065'],
    ['Lieferschein 80000065', 'delivery', '80000065'],
    ['Claim number 539479519', 'claim', '539479519'],
    ['Chargeback: CB-295134', 'claim', 'CB-295134'],
    ['Number: RGA240018', 'rga', 'RGA240018'],
    ['(00) 008600040000000013', 'sscc', '008600040000000013'],
    ['UPC 860004001225', 'item', '860004001225'],
  ])('%j', (text, kind, value) => {
    expect(references(text)).toContainEqual([kind, value])
  })

  it.each(['PO Box 4711', 'Please order soon', 'Delivered 01/16/2025', 'Invoice date: 01/16/2025', 'The order was received'])(
    '%j holds none',
    (text) => {
      expect(references(text)).toEqual([])
    },
  )
})
