import { buildX12 } from '@tests/factories/build-x12'
import { nameTestActor } from '@tests/factories/records'
import type { TestDatabase } from '@tests/integration/database'

/** A customer whose X12 comes from the address that `buildX12` writes; returns its id. */
export async function insertRetailer(database: TestDatabase, code = 'R01', ediId = 'RETAILER'): Promise<string> {
  await nameTestActor(database)
  const [row] = await database.query<{ id: string }>(
    `insert into customer (code, name, company_code, currency, net_days, edi_id) values ($1, $1, 'US01', 'USD', 30, $2) returning id`,
    [code, ediId],
  )
  return row?.id ?? ''
}

/** The segments of an 850 with one line per quantity. */
export function orderSet(number: string, quantities: readonly string[] = ['12']): string[] {
  const lines = quantities.map((quantity, index) => `PO1*${index + 1}*${quantity}*EA*19.99**UP*0860004000013`)
  return ['850', `BEG*00*SA*${number}**20240301`, 'FOB*CC', 'ITD*01*3*2**10**30', ...lines, `CTT*${quantities.length}`]
}

/** The segments of an 820 that pays and withholds what `lines` say. */
export function remittanceSet(number: string, total: string, lines: readonly string[]): string[] {
  return ['820', `BPR*I*${total}*C*ACH************20240510`, `TRN*3*${number}`, 'CUR*PR*USD', 'ENT*1', ...lines]
}

export function bytesOf(sets: string[][], style: Parameters<typeof buildX12>[1] = {}): Uint8Array {
  return Buffer.from(buildX12(sets, style))
}
