import { withCheckDigit } from './items'

/** A distribution centre or store that receives goods. */
export type Site = {
  number: string
  account: string
  name: string
  city: string
  region: string
  postalCode: string
  country: string
  gln: string
}

type Place = readonly [city: string, region: string, postalCode: string]

const AMERICAN: readonly Place[] = [
  ['Bentley Falls', 'AR', '72716'],
  ['Haven Creek', 'OH', '44139'],
  ['Port Alder', 'CA', '90731'],
  ['Lindale', 'TX', '75771'],
  ['Mason Ridge', 'GA', '30301'],
  ['Cedar Bluff', 'IL', '60440'],
  ['North Quay', 'NJ', '07004'],
  ['Granite Bay', 'WA', '98032'],
]
const CANADIAN: readonly Place[] = [
  ['Maple Reach', 'ON', 'L5T 2N7'],
  ['Birch Point', 'BC', 'V3K 6X9'],
  ['Saint-Alme', 'QC', 'H4S 1P4'],
]
const GERMAN: readonly Place[] = [
  ['Hamm', 'DE', '59065'],
  ['Soltau', 'DE', '29614'],
  ['Hof', 'DE', '95028'],
]
const CHINESE: readonly Place[] = [
  ['武汉', 'CN', '430000'],
  ['成都', 'CN', '610000'],
  ['廊坊', 'CN', '065000'],
]

function sitesOf(id: string, name: string, word: string, country: string, places: readonly Place[], numbers: readonly string[]): Site[] {
  const customer = Number(id.slice(1))
  return numbers.map((number, index) => {
    const [city, region, postalCode] = places[index % places.length] ?? ['', '', '']
    const account = String(200000 + customer * 100 + index).padStart(10, '0')
    const gln = withCheckDigit(`0${String(78800 + customer).padStart(6, '0')}${number.padStart(4, '0').slice(-4)}${index % 10}`)
    return { number, account, name: `${name} ${number.length > 3 ? word : 'Store'} ${number}`, city, region, postalCode, country, gln }
  })
}

const rotated = (places: readonly Place[], by: number): Place[] => [...places.slice(by), ...places.slice(0, by)]

/** Ship-to addresses by customer number. */
export const CUSTOMER_SITES: Readonly<Record<string, readonly Site[]>> = {
  C01: sitesOf('C01', 'Harbor & Pine', 'DC', 'US', AMERICAN, ['6021', '6032', '6043', '6054', '118', '131']),
  C02: sitesOf('C02', 'Lantern Row', 'FC', 'US', rotated(AMERICAN, 2), ['6107', '6118', '6129', '6140']),
  C03: sitesOf('C03', 'Kestrel Home', 'DC', 'US', rotated(AMERICAN, 3), ['6211', '6222', '6233']),
  C04: sitesOf('C04', 'Cinder Lane', 'DC', 'US', rotated(AMERICAN, 1), ['6315', '6326', '6337']),
  C05: sitesOf('C05', 'Blue Mesa', 'Depot', 'US', rotated(AMERICAN, 5), ['6402', '6413', '6424']),
  C06: sitesOf('C06', 'Oak & Gale', 'RDC', 'US', rotated(AMERICAN, 4), ['6508', '6519', '6530']),
  C07: sitesOf('C07', 'Fennel & Rye', 'DC', 'US', rotated(AMERICAN, 6), ['6601', '6612', '6623']),
  C08: sitesOf('C08', 'Tern & Co.', 'DC', 'CA', CANADIAN, ['6705', '6716', '6727']),
  C09: sitesOf('C09', 'Nordlicht', 'Lager', 'DE', GERMAN, ['6803', '6814', '6825']),
  C10: sitesOf('C10', '云帆', '仓', 'CN', CHINESE, ['6902', '6913', '6924']),
  C11: sitesOf('C11', 'Halyard', 'DC', 'US', rotated(AMERICAN, 7), ['7004', '7015']),
  C12: sitesOf('C12', 'Main Street', 'Hub', 'US', AMERICAN, ['7109']),
}
