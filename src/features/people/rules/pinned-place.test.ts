import { expect, it } from 'vitest'
import { isRecordPath } from './pinned-place'

it('tells the page of a record from a list and from another address', () => {
  expect(isRecordPath('/deductions/0194c2')).toBe(true)
  expect(isRecordPath('/orders/C01/4500118')).toBe(true)
  expect(isRecordPath('/deductions')).toBe(false)
  expect(isRecordPath('/admin/audit')).toBe(false)
  expect(isRecordPath('//elsewhere.example/deductions/1')).toBe(false)
})
