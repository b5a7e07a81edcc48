import type { Problem } from '@/core/problem'
import { cutAt, type LockboxFields, type Place } from './lockbox-profile'

type Sum = { amount: bigint; count: number }

/** Adds up what 7 (batch), 8 (lockbox) and 9 (file) state: cheques, their amounts, and records. */
export class LockboxTotals {
  readonly #fields: LockboxFields
  readonly #problems: Problem[]
  #batch: Sum = { amount: 0n, count: 0 }
  #lockbox: Sum = { amount: 0n, count: 0 }
  #records = 0

  constructor(fields: LockboxFields, problems: Problem[]) {
    this.#fields = fields
    this.#problems = problems
  }

  see(line: string, position: string): void {
    const { checkAmount, batchCount, batchAmount, lockboxCount, lockboxAmount, recordCount } = this.#fields
    this.#records += 1
    if (line[0] === '6') {
      const amount = whole(cutAt(line, checkAmount)) ?? 0n
      for (const sum of [this.#batch, this.#lockbox]) {
        sum.amount += amount
        sum.count += 1
      }
    } else if (line[0] === '7') {
      this.#close(line, position, '7', this.#batch, batchCount, batchAmount)
      this.#batch = { amount: 0n, count: 0 }
    } else if (line[0] === '8') {
      this.#close(line, position, '8', this.#lockbox, lockboxCount, lockboxAmount)
      this.#lockbox = { amount: 0n, count: 0 }
      this.#batch = { amount: 0n, count: 0 }
    } else if (line[0] === '9') this.#compare(position, '9', 'record-count-differs', cutAt(line, recordCount), BigInt(this.#records))
  }

  #close(line: string, position: string, field: string, sum: Sum, count: Place | undefined, amount: Place): void {
    this.#compare(position, field, 'count-differs', cutAt(line, count), BigInt(sum.count))
    this.#compare(position, field, 'control-total-differs', cutAt(line, amount), sum.amount)
  }

  #compare(position: string, field: string, code: string, text: string, found: bigint): void {
    const stated = whole(text)
    if (stated === null || stated === found) return
    this.#problems.push({ position, field, code, message: `record ${field} says ${stated}, the file holds ${found}` })
  }
}

function whole(text: string): bigint | null {
  return /^[+-]?\d+$/.test(text) ? BigInt(text) : null
}
