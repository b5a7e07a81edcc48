import { expect, test } from 'vitest'
import { categoryOfCode } from './category-of-code'
import { CATEGORIES } from './deduction'
import { knownCodeText } from './portal-codes'

const categoryOf = (code: string, portal: string) =>
  categoryOfCode(
    { ownCode: code, text: knownCodeText(code, portal), x12Code: null, edifactCode: null, mappedCategory: null, isCashDiscount: false },
    CATEGORIES,
  )

test.each([
  ['22', 'shortage'],
  ['024', 'shortage'],
  ['21', 'shortage'],
  ['25', 'shortage'],
  ['20', 'price'],
  ['87', 'returns'],
  ['94', 'returns'],
  ['151', 'allowance'],
  ['99', 'compliance'],
])('code %s under microfilm numbers is %s', (code, category) => {
  expect(categoryOf(code, 'Microfilm Number Claim Amount')).toBe(category)
})

test.each([
  ['A030', 'shortage'],
  ['A034', 'shortage'],
  ['A032', 'damage'],
  ['A036', 'price'],
  ['A038', 'substitution'],
  ['A135', 'returns'],
  ['VC12', 'compliance'],
])('code %s is %s', (code, category) => {
  expect(categoryOf(code, 'Debit Memo')).toBe(category)
})

test('a code of two digits means nothing without the portal that prints it', () => {
  expect(knownCodeText('22', 'Claim Number Code')).toBeNull()
  expect(knownCodeText(null, 'Microfilm')).toBeNull()
})
