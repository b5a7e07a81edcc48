import { expect, test } from 'vitest'
import { readClaimSuffix } from './read-claim-suffix'

test.each([
  ['90000233SC', '90000233', '90000233SC', false, 'shortage'],
  ['90000233SCR', '90000233', '90000233SC', true, 'shortage'],
  ['90000173SCRSC', '90000173', '90000173SCRSC', false, 'shortage'],
  ['90000173SCRSCR', '90000173', '90000173SCRSC', true, 'shortage'],
  ['90000017PC', '90000017', '90000017PC', false, 'price'],
  ['93747589VCBSINV', null, '93747589VCBSINV', false, 'chargeback'],
  ['IPAPUS318545R', null, 'IPAPUS318545', true, 'price-protection'],
  ['INV-90000233SC', 'INV-90000233', 'INV-90000233SC', false, 'shortage'],
  ['VCBSINV12345678', null, 'VCBSINV12345678', false, 'chargeback'],
  ['PROVISION FOR RECEIVABLE', null, 'PROVISION FOR RECEIVABLE', false, 'hold'],
  ['Provision For ReceivablesR', null, 'PROVISION FOR RECEIVABLES', true, 'hold'],
  ['CM1A-20240105', null, 'CM1A-20240105', false, 'agreement'],
  ['9651310702VR', null, '9651310702VR', false, 'other'],
])('%s names invoice %s and claim %s', (number, invoiceNumber, claimNumber, isReversal, type) => {
  expect(readClaimSuffix(number)).toEqual({ invoiceNumber, claimNumber, isReversal, type })
})

test.each(['90000233', 'CB-707451', 'DM2737931', 'SC', '12SC'])('%s carries no suffix', (number) => {
  expect(readClaimSuffix(number)).toBeNull()
})
