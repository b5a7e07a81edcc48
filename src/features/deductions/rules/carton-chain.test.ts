import { buildBillOfLading, buildDelivery, buildProofOfDelivery } from '@tests/factories/build-shipment-facts'
import { buildFacts, buildOrder } from '@tests/factories/build-validity-facts'
import { describe, expect, test } from 'vitest'
import { freightTermsOf, readCartonChain } from './carton-chain'

describe('the freight terms that count', () => {
  const papers = [buildBillOfLading({ freightTerms: 'collect' })]

  test('are those of the order', () => {
    expect(freightTermsOf(buildFacts({ papers }))).toMatchObject({
      side: 'prepaid',
      source: { document: 'purchase-order', number: '4500118' },
    })
  })

  test('without an order are those on the bill of lading', () => {
    expect(freightTermsOf(buildFacts({ papers, order: null }))).toMatchObject({ side: 'collect', source: { document: 'bill-of-lading' } })
  })

  test('without both are the customer’s usual ones, and unknown when those vary', () => {
    const facts = buildFacts({ papers: [], order: buildOrder({ freightTerms: null }) })
    expect(freightTermsOf(facts)).toMatchObject({ side: 'prepaid', source: { document: 'customer-master' } })
    expect(freightTermsOf({ ...facts, customer: { ...facts.customer, freightTerms: 'both' } })).toBeNull()
  })
})

describe('the cartons of a shipment', () => {
  test('are counted at each hand-over with the place on the paper', () => {
    const papers = [buildBillOfLading({ citations: { driverCount: 'page 1 line 12' } }), buildProofOfDelivery({ piecesReceived: 18 })]
    expect(readCartonChain(buildFacts({ papers }))).toMatchObject({
      planned: { cartons: 20, document: 'delivery' },
      pickedUp: { cartons: 20, document: 'bill-of-lading', position: 'page 1 line 12' },
      delivered: { cartons: 18, document: 'proof-of-delivery' },
    })
  })

  test('are taken from the carrier’s report where no receipt can be read', () => {
    const carrierEvents = [{ id: 'd1', status: 'D1', happenedOn: null, cartons: 19, position: 'p' }]
    expect(readCartonChain(buildFacts({ papers: [], carrierEvents })).delivered).toMatchObject({ cartons: 19, document: 'carrier-status' })
  })

  test('printed on a paper stand in when our delivery list says nothing', () => {
    expect(readCartonChain(buildFacts({ delivery: buildDelivery({ cartons: null }) })).planned).toMatchObject({
      document: 'bill-of-lading',
      cartons: 20,
    })
  })

  test('under shipper load and count were not counted at pickup', () => {
    expect(readCartonChain(buildFacts({ papers: [buildBillOfLading({ countBy: 'shipper' })] })).pickedUp).toBeNull()
  })
})
