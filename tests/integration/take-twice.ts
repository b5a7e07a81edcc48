import { buildX12 } from '@tests/factories/build-x12'
import { expect } from 'vitest'
import { takeFile } from './take-file'

/** Sends a set, then the same set in other bytes: the first adds its rows, the second none. */
export async function takeTwice(name: string, set: string[], rows: number) {
  const first = await takeFile(`edi/R01/${name}.edi`, buildX12([set]))
  expect(first).toMatchObject({ status: 'done', kind: `x12-${set[0]}`, rows: { accepted: rows, rejected: 0 }, findings: [] })
  const again = await takeFile(`edi/R01/${name}-again.edi`, buildX12([set], { lineEnd: '\r\n' }))
  expect(again.rows).toMatchObject({ accepted: 0, duplicate: rows })
}
