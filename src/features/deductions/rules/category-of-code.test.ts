import { describe, expect, test } from 'vitest'
import { type CodeFacts, categoryOfCode } from './category-of-code'
import { CATEGORIES } from './deduction'

const of = (facts: Partial<CodeFacts>) =>
  categoryOfCode(
    { ownCode: null, text: null, x12Code: null, edifactCode: null, mappedCategory: null, isCashDiscount: false, ...facts },
    CATEGORIES,
  )

describe('the category of a code', () => {
  test.each([
    ['Carton shortage', 'shortage'],
    ['Verdeckte Fehlmenge', 'shortage'],
    ['价格保护', 'price-protection'],
    ['价格差异', 'price'],
    ['Price protection', 'price-protection'],
    ['Damaged merchandise', 'damage'],
    ['ASN timeliness charge', 'compliance'],
    ['Falscher Spediteur', 'compliance'],
    ['Quantity/bulk buy allowance', 'promotion'],
    ['Skonto', 'cash-discount'],
  ])('%s is read from its words as %s', (text, category) => {
    expect(of({ text })).toBe(category)
  })

  test('a person’s mapping stands above the words', () => {
    expect(of({ text: 'Carton shortage', mappedCategory: 'damage' })).toBe('damage')
  })

  test('EDIFACT tells price protection from a rebate where X12 cannot', () => {
    expect(of({ x12Code: '57', edifactCode: '19' })).toBe('price-protection')
    expect(of({ x12Code: '57', edifactCode: '38' })).toBe('promotion')
    expect(of({ x12Code: '57' })).toBe('promotion')
  })

  test('a code that lost its leading zero is the same code', () => {
    expect(of({ x12Code: '6' })).toBe('shortage')
  })

  test('a mutually defined code without words stays unclear', () => {
    expect(of({ ownCode: 'ZZ', x12Code: 'ZZ', edifactCode: 'ZZZ' })).toBe('unclear')
  })
})
