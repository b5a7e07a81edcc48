const FIRST_SLOTS = 64
/** Full slots of a hundred before the table doubles. */
const FULL_PERCENT = 75
const HEAD_DIGITS = 13
const TAIL_DIGITS = 8

/** Numbers equal prints (hexadecimal, 21 digits or more): 1, 2, 3 … Millions of them fit where texts in a map would not: 16 bytes each. */
export class OccurrenceCounter {
  #heads = new Float64Array(FIRST_SLOTS)
  #tails = new Uint32Array(FIRST_SLOTS)
  #counts = new Uint32Array(FIRST_SLOTS)
  #size = 0

  /** How often this print has come, this time included. */
  count(print: string): number {
    const head = Number.parseInt(print.slice(0, HEAD_DIGITS), 16)
    const tail = Number.parseInt(print.slice(HEAD_DIGITS, HEAD_DIGITS + TAIL_DIGITS), 16)
    const slot = this.#slotOf(head, tail)
    const count = (this.#counts[slot] ?? 0) + 1
    this.#counts[slot] = count
    if (count > 1) return count
    this.#heads[slot] = head
    this.#tails[slot] = tail
    this.#size += 1
    if (this.#size * 100 > this.#counts.length * FULL_PERCENT) this.#grow()
    return 1
  }

  clear(): void {
    if (this.#size === 0) return
    if (this.#counts.length > FIRST_SLOTS) this.#open(FIRST_SLOTS)
    else this.#counts.fill(0)
    this.#size = 0
  }

  #slotOf(head: number, tail: number): number {
    const last = this.#counts.length - 1
    let slot = tail & last
    while (this.#counts[slot] !== 0 && (this.#heads[slot] !== head || this.#tails[slot] !== tail)) slot = (slot + 1) & last
    return slot
  }

  #grow(): void {
    const [heads, tails, counts] = [this.#heads, this.#tails, this.#counts]
    this.#open(counts.length * 2)
    for (let old = 0; old < counts.length; old++) {
      const count = counts[old] ?? 0
      if (count === 0) continue
      const head = heads[old] ?? 0
      const tail = tails[old] ?? 0
      const slot = this.#slotOf(head, tail)
      this.#heads[slot] = head
      this.#tails[slot] = tail
      this.#counts[slot] = count
    }
  }

  #open(slots: number): void {
    this.#heads = new Float64Array(slots)
    this.#tails = new Uint32Array(slots)
    this.#counts = new Uint32Array(slots)
  }
}
