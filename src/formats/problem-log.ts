import type { Problem } from '@/core/problem'

/** So many findings of one kind are listed with their place; the rest is counted. */
const LISTED_PER_CODE = 100

/** Collects findings of a file of any length: the first of each kind as they are, the others as one finding that says how many. */
export class ProblemLog {
  readonly #listed: Problem[] = []
  readonly #counts = new Map<string, number>()

  add(problem: Problem): void {
    const count = (this.#counts.get(problem.code) ?? 0) + 1
    this.#counts.set(problem.code, count)
    if (count <= LISTED_PER_CODE) this.#listed.push(problem)
  }

  all(): Problem[] {
    const more = [...this.#counts].filter(([, count]) => count > LISTED_PER_CODE)
    return [
      ...this.#listed,
      ...more.map(([code, count]) => ({
        position: 'file',
        field: '',
        code: 'table/more-findings',
        message: `${count - LISTED_PER_CODE} more findings '${code}' are counted and not listed.`,
        facts: { count: String(count - LISTED_PER_CODE) },
      })),
    ]
  }
}
