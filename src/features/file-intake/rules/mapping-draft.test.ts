import { describe, expect, test } from 'vitest'
import type { MappingDefinition, MappingTarget } from './mapping'
import { answerQuestion, assignField, type ColumnView, type DialectView, draftMapping, giveConstant, openQuestions } from './mapping-draft'

const TARGET: MappingTarget = {
  kind: 'portal-claims',
  fields: [
    { name: 'claimNumber', as: 'id', needs: 'value' },
    { name: 'claimedOn', as: 'date', needs: null },
    { name: 'dueOn', as: 'date', needs: null },
    { name: 'amountMinor', as: 'amount', needs: 'value' },
    { name: 'currency', as: 'text', needs: null },
  ],
  oneOf: [],
  totalField: 'amountMinor',
  currencyField: 'currency',
}
const proven = (dialect: string): DialectView => ({ dialect, because: 'values', readings: [] })
const open: DialectView = {
  dialect: 'ambiguous',
  because: 'open',
  readings: [
    { dialect: 'mdy-slash', samples: [{ text: '03/04/26', value: '2026-03-04' }], unreadable: 0 },
    { dialect: 'dmy-slash', samples: [{ text: '03/04/26', value: '2026-04-03' }], unreadable: 0 },
  ],
}
const view = (key: string, rest: Partial<ColumnView> = {}): ColumnView => ({
  key,
  title: key.toUpperCase(),
  group: '',
  filled: 2,
  negativePercent: 0,
  samples: [],
  type: 'text',
  numbers: proven('point'),
  dates: proven('iso'),
  ...rest,
})
const COLUMNS = [view('no'), view('vom', { dates: open }), view('bis', { dates: open }), view('wert', { negativePercent: 100 })]
const proposal = (pairs: [string, string][]) => ({
  kind: 'portal-claims',
  columns: pairs.map(([key, field]) => ({ key, field, confidence: 90, because: ['title'], likeTitle: null })),
})
const ALL = proposal([
  ['no', 'claimNumber'],
  ['vom', 'claimedOn'],
  ['bis', 'dueOn'],
  ['wert', 'amountMinor'],
])
const draft = (earlier: MappingDefinition | null = null) => draftMapping(COLUMNS, ALL, TARGET, earlier, null)

describe('a draft', () => {
  test('takes the proposals; claims that are mostly negative are shown from the other side', () => {
    expect(draft().columns.map(({ field, dates, isNegated }) => [field, dates, isNegated])).toEqual([
      ['claimNumber', 'iso', false],
      ['claimedOn', 'ambiguous', false],
      ['dueOn', 'ambiguous', false],
      ['amountMinor', 'iso', true],
    ])
  })

  test('keeps what was said before about the same columns, and proposes the rest', () => {
    const before = { ...draft(), constants: [{ field: 'currency', value: 'EUR' }] }
    const earlier = {
      ...before,
      columns: before.columns
        .filter(({ key }) => key !== 'no')
        .map((column) =>
          column.key === 'vom'
            ? { ...column, field: 'dueOn', dates: 'dmy-slash' }
            : column.key === 'bis'
              ? { ...column, field: null }
              : column,
        ),
    }
    const made = draft(earlier)
    expect(made.columns.map(({ field, dates }) => [field, dates])).toEqual([
      ['claimNumber', 'iso'],
      ['dueOn', 'dmy-slash'],
      [null, 'ambiguous'],
      ['amountMinor', 'iso'],
    ])
    expect(made.constants).toEqual([{ field: 'currency', value: 'EUR' }])
  })

  test('a field given to another column leaves the one it had, and no longer is the same for all rows', () => {
    const made = assignField(giveConstant(draft(), 'currency', 'USD'), 'bis', 'claimNumber')
    expect(made.columns.map(({ field }) => field)).toEqual([null, 'claimedOn', 'claimNumber', 'amountMinor'])
    expect(assignField(made, 'no', 'currency').constants).toEqual([])
    expect(giveConstant(made, 'currency', null).constants).toEqual([])
    expect(giveConstant(made, 'currency', 'EUR').constants).toEqual([{ field: 'currency', value: 'EUR' }])
  })
})

describe('questions', () => {
  test('are asked for mapped columns only, and one answer serves the columns that ask the same', () => {
    const made = draft()
    const questions = openQuestions(made, TARGET, COLUMNS)
    expect(questions.map(({ key, what }) => [key, what])).toEqual([
      ['vom', 'dates'],
      ['bis', 'dates'],
    ])
    expect(openQuestions(assignField(made, 'bis', null), TARGET, COLUMNS)).toHaveLength(1)
    const [first] = questions
    if (!first) throw new Error('a question is missing')
    const answered = answerQuestion(made, questions, first, 'dmy-slash')
    expect(answered.columns.map(({ dates }) => dates)).toEqual(['iso', 'dmy-slash', 'dmy-slash', 'iso'])
    const changed = answerQuestion(answered, openQuestions(answered, TARGET, COLUMNS), first, 'mdy-slash')
    expect(changed.columns.map(({ dates }) => dates)).toEqual(['iso', 'mdy-slash', 'dmy-slash', 'iso'])
  })
})
