import type { Problem } from '@/core/problem'
import { accountSummaries, transactionOf } from './read-bai2-fields'
import type { Bai2Record } from './split-bai2'

type Level = { control: bigint; children: number; records: number }

/** Adds up what 49, 98 and 99 state: control totals, counts of what they close, and physical records. */
export class Bai2Totals {
  groups = 0
  readonly #problems: Problem[]
  #file = emptyLevel()
  #group = emptyLevel()
  #account = emptyLevel()

  constructor(problems: Problem[]) {
    this.#problems = problems
  }

  see(record: Bai2Record): void {
    const stated = record.content.split(',').map((field) => field.trim())
    if (record.code === '02') this.groups += 1
    if (record.code === '02') this.#group = emptyLevel()
    if (record.code === '03') this.#account = emptyLevel()
    for (const level of this.#open(record.code)) level.records += record.physicalCount
    if (record.code === '03') for (const { amount } of accountSummaries(record)) this.#account.control += whole(amount)
    if (record.code === '16') this.#account.control += whole(transactionOf(record).amount)
    if (record.code === '49') this.#close(record, this.#account, this.#group, stated[0], null, stated[1])
    if (record.code === '98') this.#close(record, this.#group, this.#file, stated[0], stated[1], stated[2])
    if (record.code === '99') this.#close(record, this.#file, emptyLevel(), stated[0], stated[1], stated[2])
  }

  /** The levels that count this record among theirs. */
  #open(code: string): Level[] {
    if (code === '01' || code === '99') return [this.#file]
    if (code === '02' || code === '98') return [this.#file, this.#group]
    return [this.#file, this.#group, this.#account]
  }

  #close(record: Bai2Record, level: Level, parent: Level, control = '', children: string | null | undefined = '', records = ''): void {
    parent.control += level.control
    parent.children += 1
    this.#compare(record, `${record.code}02`, 'control-total-differs', whole(control), level.control)
    if (children !== null) this.#compare(record, `${record.code}03`, 'count-differs', whole(children), BigInt(level.children))
    this.#compare(record, `${record.code}${children === null ? '03' : '04'}`, 'record-count-differs', whole(records), BigInt(level.records))
  }

  #compare(record: Bai2Record, field: string, code: string, stated: bigint, found: bigint): void {
    if (stated === found) return
    const message = `${field} says ${stated}, the file holds ${found}`
    const facts = { stated: String(stated), computed: String(found) }
    this.#problems.push({ position: `line ${record.line}`, field, code, message, facts })
  }
}

function emptyLevel(): Level {
  return { control: 0n, children: 0, records: 0 }
}

function whole(text: string): bigint {
  return /^[+-]?\d+$/.test(text) ? BigInt(text.replace('+', '')) : 0n
}
