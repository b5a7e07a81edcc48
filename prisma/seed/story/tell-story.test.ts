import { beforeAll, describe, expect, it } from 'vitest'
import { asCalendarDate } from '@/core/calendar-date'
import { readPdfText } from '@/formats/pdf/read-pdf-text'
import { existing } from './dice'
import { papersArrivingLater } from './papers'
import type { StoryFile } from './story-file'
import { tellStory } from './tell-story'

const today = asCalendarDate('2026-11-23')
let files: StoryFile[] = []

beforeAll(async () => {
  files = await tellStory(today)
}, 30_000)

const named = (part: string) => existing(files.find((file) => file.path.includes(part)))
const textOf = (file: StoryFile) => new TextDecoder().decode(file.bytes)
const minor = (text: string | undefined) => BigInt((text ?? '').replace(/[,.]/g, '').replace(/^(.*)-$/, '-$1') || '0')

/** Transaction sets of a file that is not wrapped: segments as lists of elements. */
function setsOf(file: StoryFile): string[][][] {
  const sets: string[][][] = []
  for (const segment of textOf(file).split(/~\n?/)) {
    const elements = segment.split('*')
    if (elements[0] === 'ST') sets.push([])
    sets.at(-1)?.push(elements)
  }
  return sets
}

describe('the files', () => {
  it('are told the same way each time', async () => {
    const again = await tellStory(today)
    expect(again.map((file) => file.path)).toEqual(files.map((file) => file.path))
    expect(again.every((file, index) => Buffer.from(file.bytes).equals(Buffer.from(existing(files[index]).bytes)))).toBe(true)
  }, 30_000)

  it('come in the order in which they depend on each other, each path once', () => {
    const shelf = ({ path }: StoryFile) => {
      if (/remittance_|stubs_|advice_|\/820_|REMADV/.test(path)) return 5
      if (/^(pod|bol|rga)\//.test(path)) return 4
      if (/^(portal|mail|warehouse)\/|\/812_/.test(path)) return 3
      return path.startsWith('edi/') ? 2 : path.startsWith('sap/') ? 1 : 0
    }
    const order = files.map(shelf)
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(new Set(files.map((file) => file.path)).size).toBe(files.length)
  })

  it('move with the day on which they are told', async () => {
    const other = await tellStory(asCalendarDate('2027-03-01'))
    expect(other.map((file) => file.path)).toContain('sap/fbl5n_open_us01_20270301.txt')
    expect(other.length).toBeGreaterThan(600)
  }, 30_000)
})

describe('the papers of Harbor & Pine', () => {
  it('claim 24 of line 20 and have received 96', () => {
    expect(
      files
        .filter((file) => file.path.startsWith('portal/C01/claims'))
        .map(textOf)
        .join(),
    ).toMatch(/HP-881204,\d\d\/\d\d\/2026,22,Billed not shipped,4500118,90417733,6021,\d+,\d+,24,74\.50,1788\.00,96,/)
    const receipts = files
      .filter((file) => file.path.startsWith('portal/C01/receipts'))
      .map(textOf)
      .join()
    expect(
      receipts
        .split('\n')
        .filter((row) => row.includes(',4500118,'))
        .map((row) => row.split(',')[6]),
    ).toEqual(['60', '96', '16'])
  })

  it('are signed for 46 cartons, with the gate stamp on a page that comes later', async () => {
    const receipt = (await readPdfText(named('POD_204771830').bytes)).pages.flat().join('\n')
    expect(receipt).toContain('Pieces received: 46 CTN')
    expect(receipt).toContain('20 x 6 = 120 each')
    expect(receipt).toContain('Stamp: -')
    const lading = (await readPdfText(named('BOL-77-20418').bytes)).pages.flat().join('\n')
    expect(lading).toContain('Cartons: 46')
    expect(lading).toContain('Seal number: 0098113')
    const [page] = await papersArrivingLater(today)
    expect((await readPdfText(existing(page).bytes)).pages.flat().join('\n')).toContain('Stamp: RECEIVED 10/29/2026 GATE 4 6021')
  })

  it('include receipts that were only scanned', async () => {
    const largest = files.filter((file) => file.path.startsWith('pod/')).sort((a, b) => b.bytes.length - a.bytes.length)[0]
    expect((await readPdfText(existing(largest).bytes)).state).toBe('needs-reading')
  })
})

describe('money', () => {
  it('820: the lines add up to the payment', () => {
    const advices = files.filter((file) => file.path.includes('/820_')).flatMap((file) => setsOf(file).map((set) => ({ file, set })))
    expect(advices.length).toBeGreaterThan(40)
    for (const { file, set } of advices) {
      const isNested = file.path.startsWith('edi/C01/')
      const lines = set.filter(([id]) => id === 'RMR' || (id === 'ADX' && !isNested))
      const sum = lines.reduce((running, [id, ...elements]) => running + minor(id === 'RMR' ? elements[3] : elements[0]), 0n)
      expect([file.path, sum]).toEqual([file.path, minor(set.find(([id]) => id === 'BPR')?.[2])])
    }
  })

  it('810: quantity times price less allowance is the total', () => {
    for (const file of files.filter((one) => one.path.includes('/810_') && !one.path.includes('C08'))) {
      for (const set of setsOf(file)) {
        const sum = set.reduce((running, [id, , quantity, , price, allowance]) => {
          if (id === 'IT1') return running + BigInt(Math.round(Number(price) * 100)) * BigInt(quantity ?? 0)
          return id === 'SAC' ? running - BigInt(allowance ?? 0) : running
        }, 0n)
        expect(String(sum)).toBe(set.find(([id]) => id === 'TDS')?.[1])
      }
    }
  })

  it('FBL5N: invoices less payment are the residuals of the day; what is settled nets to nothing', () => {
    const rows = files
      .filter((file) => /fbl5n_\w+_us01/.test(file.path))
      .flatMap((file) => textOf(file).split('\r\n'))
      .filter((line) => /^\|\d/.test(line))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      )
    const balances = new Map<string, bigint>()
    const add = (key: string, amount: bigint) => balances.set(key, (balances.get(key) ?? 0n) + amount)
    for (const [account = '', , , , type, , posted = '', , key, amount, , clearing = '', cleared = '', , text = ''] of rows) {
      const value = minor(amount)
      if (type === 'RV' && clearing !== '') add(`${account} ${cleared}`, value)
      else if (key === '15' && text.startsWith('Payment')) add(`${account} ${cleared}`, value)
      else if (key === '06') add(`${account} ${posted}`, -value)
      if (clearing !== '' && (key === '06' || /^(Repayment|Credit)/.test(text))) add(`settled ${clearing}`, value)
    }
    expect(balances.size).toBeGreaterThan(100)
    expect([...balances].filter(([, balance]) => balance !== 0n)).toEqual([])
  })
})

describe('faults on purpose', () => {
  it('are a stub that does not add up, two unreadable claim rows, an unknown code, a file and an interchange sent twice', () => {
    const late = textOf(named('claims_late.csv'))
    expect(late).toContain('xx.xx')
    expect(late).toContain('02/30/2026')
    expect(late).toContain(',Q7,')
    expect(textOf(named('claims_late_again.csv'))).toBe(late)
    const traces = files
      .filter((file) => file.path.startsWith('edi/C01/820_'))
      .flatMap((file) => textOf(file).match(/^TRN\*3\*\d+/gm) ?? [])
    expect(traces.length - new Set(traces).size).toBe(1)
    const stubs = files
      .filter((file) => file.path.startsWith('portal/C08/remittance_'))
      .map((file) => {
        const rows = textOf(file)
          .trim()
          .split('\r\n')
          .map((row) => row.split(','))
        return minor(rows[0]?.[3]) - rows.slice(2, -1).reduce((sum, row) => sum + minor(row[5]), 0n)
      })
    expect(stubs.filter((difference) => difference !== 0n)).toEqual([5000n])
  })
})
