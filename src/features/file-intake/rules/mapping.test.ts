import { describe, expect, test } from 'vitest'
import { checkMapping } from './check-mapping'
import { chooseMapping, type SavedMapping, type SeenHeaders } from './choose-mapping'
import { compareMappings, likenessPercent, mostLike } from './compare-mappings'
import { type MappedColumn, type MappingDefinition, type MappingTarget, waitsForMapping } from './mapping'

const CLAIMS: MappingTarget = {
  kind: 'portal-claims',
  fields: [
    { name: 'claimNumber', as: 'id', needs: 'value' },
    { name: 'claimedOn', as: 'date', needs: null },
    { name: 'code', as: 'id', needs: null },
    { name: 'poNumber', as: 'id', needs: null },
    { name: 'amountMinor', as: 'amount', needs: 'value' },
    { name: 'currency', as: 'text', needs: null },
  ],
  oneOf: ['code', 'poNumber'],
  totalField: 'amountMinor',
  currencyField: 'currency',
}
const column = (key: string, field: string | null, rest: Partial<MappedColumn> = {}): MappedColumn => ({
  key,
  title: key,
  field,
  numbers: 'point',
  dates: 'iso',
  isNegated: false,
  ...rest,
})
const definition = (columns: MappedColumn[], constants: MappingDefinition['constants'] = []): MappingDefinition => ({
  kind: 'portal-claims',
  encoding: null,
  columns,
  constants,
})
const WHOLE = [column('no', 'claimNumber'), column('why', 'code'), column('wert', 'amountMinor')]

describe('a mapping', () => {
  test('that says everything the kind needs can be read with', () => {
    expect(checkMapping(definition([...WHOLE, column('x', null)]), CLAIMS, true)).toEqual([])
  })

  test('is held back by each thing that is missing', () => {
    const codes = (made: MappingDefinition, hasSender = true) =>
      checkMapping(made, CLAIMS, hasSender).map(({ code, subject }) => `${code} ${subject}`)
    expect(codes(definition([column('no', 'claimNumber')]))).toEqual(['missing-field amountMinor', 'missing-one-of code poNumber'])
    expect(codes(definition([...WHOLE, column('b', 'code')]))).toEqual(['field-twice code'])
    expect(codes(definition([...WHOLE, column('b', 'colour')]))).toEqual(['unknown-field colour'])
    expect(codes(definition(WHOLE), false)).toEqual(['no-sender '])
    expect(checkMapping(definition(WHOLE), null, true)).toEqual([{ code: 'unknown-kind', subject: 'portal-claims' }])
  })

  test('waits for an answer to every question about its dates and numbers, for the columns that hold some', () => {
    const open = { numbers: 'ambiguous', dates: 'ambiguous' }
    const made = definition([
      column('no', 'claimNumber', open),
      column('why', 'code'),
      column('wert', 'amountMinor', open),
      column('vom', 'claimedOn', open),
    ])
    expect(checkMapping(made, CLAIMS, true)).toEqual([
      { code: 'open-number', subject: 'wert' },
      { code: 'open-date', subject: 'vom' },
    ])
  })

  test('may give a field one value for all rows, written plainly', () => {
    const [no, why] = WHOLE
    const constants = (value: string) => [{ field: 'currency', value }]
    expect(checkMapping(definition(WHOLE, constants('EUR')), CLAIMS, true)).toEqual([])
    expect(checkMapping(definition(WHOLE, constants('euro')), CLAIMS, true)).toEqual([{ code: 'bad-constant', subject: 'currency' }])
    const amount = definition(
      [no, why].filter((part) => part !== undefined),
      [{ field: 'amountMinor', value: '12.50' }],
    )
    expect(checkMapping(amount, CLAIMS, true)).toEqual([])
  })
})

describe('the saved mapping chosen for a file', () => {
  const saved = (versionId: string, rest: Partial<SavedMapping> = {}): SavedMapping => ({
    versionId,
    mappingId: versionId,
    fingerprint: 'f',
    customerCode: 'C01',
    encoding: null,
    ...rest,
  })
  const seen = (rest: Partial<SeenHeaders> = {}): SeenHeaders => ({ fingerprints: ['f'], byEncoding: null, hasHeader: true, ...rest })
  const used = (...args: Parameters<typeof chooseMapping>) => {
    const choice = chooseMapping(...args)
    return choice.kind === 'use' ? choice.mapping.versionId : choice.kind === 'ask' ? choice.because : null
  }

  test('is the one of its sender and header', () => {
    expect(used(seen(), [saved('a'), saved('b', { customerCode: 'C02' })], 'C02')).toBe('b')
    expect(used(seen(), [saved('a', { fingerprint: 'other' })], 'C01')).toBeNull()
  })

  test('is never the one of another sender, but may be one for all senders', () => {
    expect(used(seen(), [saved('a')], 'C02')).toBeNull()
    expect(used(seen(), [saved('a'), saved('all', { customerCode: null })], 'C02')).toBe('all')
  })

  test('without a sender is the only one there is; of two, somebody is asked', () => {
    expect(used(seen(), [saved('a')], null)).toBe('a')
    expect(used(seen(), [saved('a'), saved('b', { customerCode: 'C02' })], null)).toBe('intake/which-sender')
  })

  test('without a header is only used for the sender that the place names', () => {
    expect(used(seen({ hasHeader: false }), [saved('a')], null)).toBe('intake/which-sender')
    expect(used(seen({ hasHeader: false }), [saved('a')], 'C01')).toBe('a')
  })

  test('in an encoding that is not proven is found by the header in the encoding it was told', () => {
    const garbled = seen({
      fingerprints: ['g'],
      byEncoding: [
        { encoding: 'Big5', fingerprints: ['g'] },
        { encoding: 'GB18030', fingerprints: ['f'] },
      ],
    })
    expect(used(garbled, [saved('a', { encoding: 'GB18030' })], 'C01')).toBe('a')
    expect(used(garbled, [saved('a', { encoding: 'Shift_JIS' })], 'C01')).toBeNull()
    expect(used({ ...garbled, fingerprints: ['f'] }, [saved('a')], 'C01')).toBe('intake/encoding-open')
  })
})

describe('a changed header', () => {
  test('is compared with what was mapped before', () => {
    expect(likenessPercent(['no', 'why', 'wert', 'neu'], definition(WHOLE))).toBe(75)
    expect(
      mostLike(
        ['no', 'why', 'wert', 'neu'],
        [
          { id: 1, definition: definition([column('a', 'code')]) },
          { id: 2, definition: definition(WHOLE) },
        ],
      )?.id,
    ).toBe(2)
    expect(mostLike(['x', 'y'], [{ definition: definition(WHOLE) }])).toBeNull()
  })

  test('shows its changes column by column', () => {
    const before = definition([...WHOLE, column('weg', 'poNumber')], [{ field: 'currency', value: 'USD' }])
    const after = definition([
      column('no', 'claimNumber'),
      column('why', 'poNumber'),
      column('wert', 'amountMinor', { numbers: 'comma', isNegated: true }),
      column('neu', null),
    ])
    expect(compareMappings(before, after)).toEqual([
      { kind: 'column', title: 'why', before: 'code', after: 'poNumber' },
      { kind: 'reading', title: 'wert', before: 'point', after: 'comma' },
      { kind: 'sign', title: 'wert', after: true },
      { kind: 'column-added', title: 'neu', after: null },
      { kind: 'column-gone', title: 'weg', before: 'poNumber' },
      { kind: 'constant', field: 'currency', before: 'USD', after: null },
    ])
    expect(compareMappings(before, before)).toEqual([])
  })
})

test('only a waiting file whose reason is its columns waits for a mapping', () => {
  expect(waitsForMapping('waiting', 'intake/kind-unknown')).toBe(true)
  expect(waitsForMapping('waiting', 'intake/kind-waits')).toBe(false)
  expect(waitsForMapping('done', 'intake/kind-unknown')).toBe(false)
})
