import type { Problem } from '@/core/problem'
import type { ListEnd } from '@/formats/fields/list-end'
import type { RowTaker } from '@/formats/fields/list-reader'
import { headerInRow, headerWithKeys } from '@/formats/mapping/column-keys'
import type { GivenMapping } from '@/formats/mapping/given-mapping'
import type { ReadFile, StagedRow } from '@/formats/staged-row'
import type { Encoding } from '@/formats/text/encoding'
import { type FileSurvey, surveyFile } from './file-survey'
import { withTables } from './open-tables'
import { readMapped } from './read-mapped'

/** What is asked about a file instead of reading it: by which encoding and header, and what a mapping would make of it. */
export type SurveyOrder = { encoding: Encoding | null; headerRow: number | null; mapping: GivenMapping | null }

/** What a mapping would store: the first rows, what cannot be read, counts, and sums per currency in minor units. */
export type MappedPreview = {
  rows: StagedRow[]
  rejected: ReadFile['rejected']
  accepted: number
  rejectedCount: number
  blank: number
  sums: { currency: string | null; minor: string }[]
  totals: ReadFile['totals']
  problems: Problem[]
  waiting: string | null
}

export type SurveyAnswer = { survey: FileSurvey | null; preview: MappedPreview | null }

const ROWS_SHOWN = 30
const PROBLEMS_SHOWN = 50
const AMOUNTS = ['amountMinor', 'netMinor', 'totalMinor', 'statedTotalMinor'] as const

/** Looks at the tables of a stored file, or tries a mapping on them. Runs in the child process; nothing is stored. */
export async function surveyContent(storedAt: string, path: string, { encoding, headerRow, mapping }: SurveyOrder): Promise<SurveyAnswer> {
  const findHeader = headerRow === null ? (mapping === null ? undefined : headerWithKeys(mapping.keys)) : headerInRow(headerRow)
  return withTables(storedAt, { encoding, findHeader }, async (opened) => {
    if (opened === null) return { survey: null, preview: null }
    if (mapping === null) return { survey: await surveyFile(opened), preview: null }
    const rows = new PreviewRows()
    return { survey: null, preview: rows.end(await readMapped(opened, mapping, path, rows)) }
  })
}

/** Keeps the first rows of a reading, and counts and sums all of them. */
class PreviewRows implements RowTaker {
  readonly #rows: StagedRow[] = []
  readonly #rejected: ReadFile['rejected'] = []
  readonly #sums = new Map<string | null, bigint>()
  #accepted = 0
  #rejectedCount = 0

  add(row: StagedRow): void {
    this.#accepted += 1
    if (this.#rows.length < ROWS_SHOWN) this.#rows.push(row)
    const amount = AMOUNTS.map((name) => row.values[name]).find((value) => typeof value === 'string' && /^-?\d+$/.test(value))
    if (typeof amount !== 'string') return
    // Rows without a currency have that of their customer.
    const currency = typeof row.values['currency'] === 'string' ? row.values['currency'] : null
    this.#sums.set(currency, (this.#sums.get(currency) ?? 0n) + BigInt(amount))
  }

  reject(rejected: ReadFile['rejected'][number]): void {
    this.#rejectedCount += 1
    if (this.#rejected.length < ROWS_SHOWN) this.#rejected.push(rejected)
  }

  async room(): Promise<void> {
    await Promise.resolve()
  }

  end({ blank, totals, problems, waiting }: ListEnd): MappedPreview {
    return {
      rows: this.#rows,
      rejected: this.#rejected,
      accepted: this.#accepted,
      rejectedCount: this.#rejectedCount,
      blank,
      sums: [...this.#sums].map(([currency, minor]) => ({ currency, minor: minor.toString() })),
      totals,
      problems: problems.slice(0, PROBLEMS_SHOWN),
      waiting: waiting ?? null,
    }
  }
}
