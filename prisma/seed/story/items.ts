import { type Cents, cents } from './amounts'
import { existing } from './dice'

/** What Meridian Mobility sells. Prices are list prices in US dollars. */
export type Item = {
  index: number
  /** SAP material number, 18 digits. */
  material: string
  vendorPart: string
  description: string
  family: 'ES' | 'PS' | 'HP' | 'CH' | 'AC'
  upc: string
  gtin14: string
  casePack: number
  palletQuantity: number
  weightGrams: number
  isSerialised: boolean
  hasLithium: boolean
  listPrice: Cents
}

// vendor part, description, family, list price, case pack, weight in grams
const CATALOGUE: readonly (readonly [string, string, Item['family'], string, number, number])[] = [
  ['HM2-BK', 'Headphones M2, black', 'HP', '74.50', 6, 410],
  ['HM2-SD', 'Headphones M2, sand', 'HP', '74.50', 6, 410],
  ['HM2-BL', 'Headphones M2, blue', 'HP', '74.50', 6, 410],
  ['HP1-WH', 'Headphones P1, white', 'HP', '38.20', 12, 260],
  ['HP1-BK', 'Headphones P1, black', 'HP', '38.20', 12, 260],
  ['EB3-BK', 'Earbuds E3, black', 'HP', '49.90', 12, 90],
  ['EB3-WH', 'Earbuds E3, white', 'HP', '49.90', 12, 90],
  ['PS-150', 'Power station P150', 'PS', '129.00', 4, 2300],
  ['PS-300', 'Power station P300', 'PS', '239.00', 2, 4100],
  ['PS-500', 'Power station P500', 'PS', '399.00', 1, 6800],
  ['PS-1000', 'Power station P1000', 'PS', '729.00', 1, 12400],
  ['ES-K1', 'Kids scooter K1', 'ES', '149.00', 3, 5200],
  ['ES-M1', 'E-scooter Metro 1', 'ES', '449.00', 2, 13800],
  ['ES-M2', 'E-scooter Metro 2', 'ES', '559.00', 1, 15100],
  ['ES-X1', 'E-scooter City X1', 'ES', '650.00', 1, 17600],
  ['CH-30', 'Charger 30 W', 'CH', '19.80', 20, 70],
  ['CH-65', 'Charger 65 W', 'CH', '31.95', 10, 120],
  ['CH-100', 'Charger 100 W', 'CH', '52.40', 10, 190],
  ['CB-2M', 'USB-C cable 2 m', 'CH', '9.90', 40, 60],
  ['PB-10', 'Power bank 10k', 'CH', '28.50', 12, 210],
  ['PB-20', 'Power bank 20k', 'CH', '46.70', 12, 380],
  ['SP-1', 'Speaker S1', 'AC', '89.00', 4, 900],
  ['SP-2', 'Soundbar S2', 'AC', '179.00', 2, 2600],
  ['SW-1', 'Watch W1', 'AC', '95.60', 5, 140],
  ['SW-2', 'Watch W2', 'AC', '68.25', 6, 130],
  ['TG-4', 'Tracker tags, 4 pack', 'AC', '61.50', 5, 110],
  ['HL-M', 'Helmet, medium', 'AC', '58.00', 4, 640],
  ['HL-L', 'Helmet, large', 'AC', '58.00', 4, 680],
  ['LK-1', 'Scooter lock', 'AC', '33.00', 10, 720],
  ['DC-1', 'Dash camera D1', 'AC', '99.00', 6, 330],
  ['MS-1', 'Wireless mouse', 'AC', '33.55', 10, 120],
]

export const ITEMS: readonly Item[] = CATALOGUE.map(([vendorPart, description, family, price, casePack, weightGrams], index) => {
  const upc = withCheckDigit(`86005120${String(index + 101).padStart(3, '0')}`)
  return {
    index,
    material: String(5000100 + index * 7).padStart(18, '0'),
    vendorPart,
    description,
    family,
    upc,
    gtin14: `00${upc}`,
    casePack,
    palletQuantity: casePack * (casePack > 9 ? 24 : 20),
    weightGrams,
    isSerialised: family === 'ES' || family === 'PS',
    hasLithium: family !== 'AC' || vendorPart.startsWith('S'),
    listPrice: cents(price),
  }
})

export function itemNamed(vendorPart: string): Item {
  return existing(ITEMS.find((item) => item.vendorPart === vendorPart))
}

/** Appends the GS1 check digit. Source: GS1 General Specifications, weights 3 and 1 from the right. */
export function withCheckDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((running, digit, i) => running + Number(digit) * (i % 2 === 0 ? 3 : 1), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}
