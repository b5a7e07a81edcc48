import { specialist } from '@tests/factories/people'
import { receiveFile } from '@/features/file-intake/imports/receive-file'
import { findImportReport, type ImportReport } from '@/features/file-intake/queries/find-import-report'

/** Imports one file as a person would and answers its report. Text is sent as UTF-8. */
export async function takeFile(path: string, content: string | Uint8Array): Promise<ImportReport> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const batch = await receiveFile(specialist, { path, bytes, way: 'api' })
  const [report] = await findImportReport(specialist, [batch.id])
  if (!report) throw new Error('the import has no report')
  return report
}

/** One customer of three sites with two articles, its terms, and a customer of many accounts: what the lists of these tests name. */
export async function takeMasterData(): Promise<ImportReport[]> {
  return [
    await takeFile('master/customers.csv', CUSTOMERS),
    await takeFile('master/ship_to.csv', SITES),
    await takeFile('master/materials.csv', MATERIALS),
    await takeFile('master/customer_materials.csv', CUSTOMER_MATERIALS),
  ]
}

export const CUSTOMERS = `customer,account,name,parent,style,company_code,currency,net_days,discount_pct,discount_days,freight_terms,fine_pct,payment_cycle_days,edi_id
R01,0000500001,Pinewood Stores,,retail,US01,USD,45,2,10,collect,3,7,PINEWOOD
R02,0000500002,Kaufhof Nord,,retail,DE01,EUR,30,0,0,prepaid,3,7,
R03,0000500003,山城电器,,retail,CN01,CNY,45,0,0,prepaid,3,7,
D01,0000500009,Small dealers,,dealer,US01,USD,30,1,10,prepaid,0,14,
D01,0000700001,Dealer Alder,0000500009,dealer,US01,USD,30,1,10,prepaid,0,14,
D01,0000700002,Dealer Birch,0000500009,dealer,US01,USD,30,1,10,prepaid,0,14,
`
const SITES = `customer,account,number,name,city,region,postal_code,gln
R01,0000600001,7001,Pinewood DC 7001,Elm City,OH,44101,0078701700107
`
const MATERIALS = `material,vendor_part,description,family,upc,gtin14,inner_pack,case_pack,pallet_qty,weight_g,serialised,lithium
000000000005000001,SC-10,Alpha Scooter,SC,860009000017,00860009000017,1,2,24,8100,X,X
000000000005000002,CH-20,Beta Charger,CH,860009000024,00860009000024,4,12,960,210,,X
`
const CUSTOMER_MATERIALS = `customer,material,customer_item,upc
R01,000000000005000001,PW-771,860009000017
R01,000000000005000002,PW-772,860009000024
`
