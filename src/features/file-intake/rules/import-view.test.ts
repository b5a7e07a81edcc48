import { describe, expect, it } from 'vitest'
import { readImportView } from './import-view'

describe('the view of an import', () => {
  it('is read out of the address', () => {
    expect(readImportView({ tab: 'findings', code: 'total-differs', page: '3', row: 'row 4' })).toEqual({
      section: 'findings',
      code: 'total-differs',
      page: 3,
      row: 'row 4',
    })
  })

  it.each([[{}], [{ tab: 'everything', page: '-1' }], [{ page: 'x', code: ['a', 'b'] }]])('is the usual one for %j', (query) => {
    expect(readImportView(query)).toEqual({ section: null, code: '', page: 1, row: '' })
  })
})
