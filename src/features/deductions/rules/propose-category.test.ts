import { describe, expect, test } from 'vitest'
import { type CodeEvidence, proposeCategory } from './propose-category'

function buildEvidence(change: Partial<CodeEvidence> = {}): CodeEvidence {
  return { code: 'QX7', texts: [], x12Codes: [], edifactCodes: [], decided: [], elsewhere: [], ...change }
}

describe('the proposal for a code', () => {
  test.each([
    ['Carton shortage', 'shortage'],
    ['Werbekostenzuschuss', 'promotion'],
    ['运费', 'freight'],
  ])('reads %s as %s and says which words it read', (text, category) => {
    const proposal = proposeCategory(buildEvidence({ texts: [text] }))
    expect(proposal).toMatchObject({ category, internalReason: text, confidencePpm: 850_000 })
    expect(proposal.supporting).toMatchObject([{ kind: 'words', text }])
  })

  test('is surer when words, standard code and people agree', () => {
    const words = proposeCategory(buildEvidence({ texts: ['Fehlmenge'] }))
    const all = proposeCategory(
      buildEvidence({ texts: ['Fehlmenge'], x12Codes: ['06'], decided: [{ category: 'shortage', agreed: 4, overruled: 0 }] }),
    )
    expect(all.confidencePpm).toBeGreaterThan(words.confidencePpm)
    expect(all.confidencePpm).toBeLessThanOrEqual(990_000)
    expect(all.supporting.map((hint) => hint.kind)).toEqual(['words', 'x12', 'decided'])
  })

  test('is less sure when a hint speaks against it, and shows that hint', () => {
    const proposal = proposeCategory(buildEvidence({ texts: ['Damaged merchandise'], x12Codes: ['06'] }))
    expect(proposal.category).toBe('damage')
    expect(proposal.confidencePpm).toBeLessThan(500_000)
    expect(proposal.against).toMatchObject([{ kind: 'x12', code: '06', category: 'shortage' }])
  })

  test('follows other customers where the code has no words', () => {
    expect(proposeCategory(buildEvidence({ elsewhere: [{ category: 'compliance', customers: 2 }] }))).toMatchObject({
      category: 'compliance',
      confidencePpm: 700_000,
    })
  })

  test('that people keep overruling weighs little', () => {
    const proposal = proposeCategory(buildEvidence({ decided: [{ category: 'price', agreed: 1, overruled: 7 }] }))
    expect(proposal.confidencePpm).toBe(100_000)
  })

  test('is none for a mutually defined code without words', () => {
    expect(proposeCategory(buildEvidence({ code: 'ZZ', x12Codes: ['ZZ'], edifactCodes: ['ZZZ'] }))).toMatchObject({
      category: null,
      confidencePpm: 0,
    })
  })
})
