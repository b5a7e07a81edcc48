const EXACT_DIGITS = 14
const SMALL_MAX = 1e15

/** Adds whole numbers in text exactly; so few digits are exact as numbers, and much quicker. */
export class ExactSum {
  #sum = 0n
  #small = 0

  add(amount: string): void {
    if (amount.length < EXACT_DIGITS) this.#small += Number(amount)
    else this.#sum += BigInt(amount)
    if (Math.abs(this.#small) < SMALL_MAX) return
    this.#sum += BigInt(this.#small)
    this.#small = 0
  }

  get value(): bigint {
    return this.#sum + BigInt(this.#small)
  }
}
