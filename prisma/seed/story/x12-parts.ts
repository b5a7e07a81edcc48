import type { Carrier } from './carriers'
import { customerItem } from './customer-items'
import type { Customer } from './customers'
import type { Item } from './items'
import type { Sale } from './world'
import type { Partner, Segment } from './x12-writer'

/** Segments that several sets share. */

export function partnerOf(customer: Customer): Partner {
  return {
    folder: customer.id,
    ediId: customer.ediId,
    qualifier: customer.ediQualifier,
    separator: customer.separator,
    wrapAt: customer.wrapAt,
  }
}

export function carrierPartner(carrier: Carrier): Partner {
  return { folder: `carrier-${carrier.scac}`, ediId: carrier.scac, qualifier: '02', separator: '*', wrapAt: 0 }
}

/** UPC, our number and the customer's number of an article. */
export function itemIds(customer: Customer, item: Item): Segment {
  return ['UP', item.upc, 'VN', item.vendorPart, 'IN', customerItem(customer, item)]
}

export function shipTo({ site }: Sale): Segment[] {
  return [
    ['N1', 'ST', site.name, '92', site.number],
    ['N4', site.city, site.region, site.postalCode, site.country],
  ]
}

export function terms(customer: Customer, netDays: number): Segment {
  return [
    'ITD',
    customer.discountPercent > 0 ? '08' : '01',
    '3',
    customer.discountPercent || '',
    '',
    customer.discountDays || '',
    '',
    netDays,
  ]
}

export function freightTerms(sale: Sale): Segment {
  return ['FOB', sale.freight === 'collect' ? 'CC' : 'PP']
}
