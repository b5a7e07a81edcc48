import { buildX12 } from '@tests/factories/build-x12'
import { describe, expect, it } from 'vitest'
import { readX12, setsOf } from '@/formats/x12/read-x12'
import { read856 } from './read-856'

function goods(...segments: string[]) {
  const [first] = setsOf(readX12(Buffer.from(buildX12([['856', 'BSN*00*80000001*20240106*1450*0001', 'HL*1**S', ...segments]]))))
  if (!first) throw new Error('the file holds no set')
  const { rows } = read856(first.set, { sender: 'A', receiver: 'B', release: '004010', groupControl: '395', sentAt: null })
  return rows[0]?.values['lines']
}

describe('the goods of a ship notice', () => {
  it('counts a carton once, for the item below it where packs stand above items', () => {
    const pack = ['HL*3*2*P', 'MAN*GM*00008600040000010005', 'MAN*CP*1Z99', 'HL*4*3*I', 'LIN*1*UP*8600', 'SN1*1*12*EA']
    const second = ['HL*5*2*P', 'MAN*GM*00008600040000010012', 'HL*6*5*I', 'LIN*2*UP*8601', 'SN1*2*6*EA']
    expect(goods('HL*2*1*O', 'PRF*45118', ...pack, ...second)).toMatchObject([
      { line: '1', quantity: '12', cartons: 1, poNumber: '45118' },
      { line: '2', quantity: '6', cartons: 1, poNumber: '45118' },
    ])
  })

  it('counts cartons for the item above them, and finds the order inside the item', () => {
    const item = [
      'HL*2**I',
      'LIN**UP*8600',
      'SN1**24*EA',
      'PRF*45119',
      'HL*3**P',
      'MAN*GM*00008600040000010005',
      'HL*4**P',
      'MAN*GM*00008600040000010012',
    ]
    expect(goods(...item)).toMatchObject([{ quantity: '24', cartons: 2, poNumber: '45119' }])
  })

  it('makes units of cases by pack and inner pack', () => {
    expect(goods('HL*2*1*I', 'LIN**UP*8600', 'SN1**10*CA', 'PO4*4**************')).toMatchObject([{ quantity: '40', unit: 'EA' }])
    expect(goods('HL*2*1*I', 'LIN**UP*8600', 'SN1**10*CA', 'PO4*4*************6')).toMatchObject([{ quantity: '240', unit: 'EA' }])
    expect(goods('HL*2*1*I', 'LIN**UP*8600', 'SN1**10*EA', 'PO4*4')).toMatchObject([{ quantity: '10', unit: 'EA' }])
    expect(goods('HL*2*1*I', 'LIN**UP*8600', 'SN1**10*CA')).toMatchObject([{ quantity: '10', unit: 'CA' }])
  })
})
