import { type NumberDialect, readAmount } from '../text/read-amount'
import { DATE_DIALECTS, type DateDialect, readDate } from '../text/read-date'

/** One way of reading a column: how some of its values come out, and how many of the values kept it cannot read. */
export type DialectReading = { dialect: string; samples: { text: string; value: string | null }[]; unreadable: number }

/**
 * How a column writes numbers or dates. `because` says what settled it: its own values, the other columns of the file, or
 * nothing ('open'): then `readings` shows what each way would make of it, and a person has to say.
 */
export type DialectFinding = { dialect: string; because: 'values' | 'other-columns' | 'open'; readings: DialectReading[] }

const SAMPLES = 4
const NUMBER_DIALECTS: readonly NumberDialect[] = ['point', 'comma', 'space-comma']

/** How numbers are written: `own` is what the values decide, `settled` what the file as a whole says. */
export function findNumberDialect(own: NumberDialect, settled: NumberDialect, values: readonly string[]): DialectFinding {
  return decided(own, settled) ?? open(NUMBER_DIALECTS, values, readAmount)
}

/** How dates are written: `own` is what the values decide, `settled` what the file as a whole says. */
export function findDateDialect(own: DateDialect, settled: DateDialect, values: readonly string[]): DialectFinding {
  return decided(own, settled) ?? open(DATE_DIALECTS, values, readDate)
}

function decided(own: string, settled: string): DialectFinding | null {
  if (own !== 'ambiguous') return { dialect: own, because: 'values', readings: [] }
  return settled === 'ambiguous' ? null : { dialect: settled, because: 'other-columns', readings: [] }
}

function open<Dialect extends NumberDialect | DateDialect>(
  dialects: readonly Dialect[],
  values: readonly string[],
  read: (text: string, dialect: Dialect) => string | null,
): DialectFinding {
  const all = dialects
    .map((dialect) => ({ dialect, read: values.map((text) => read(text, dialect)) }))
    .map((reading) => ({ ...reading, unreadable: reading.read.filter((value) => value === null).length }))
    .filter((reading) => reading.unreadable < values.length)
    .sort((a, b) => a.unreadable - b.unreadable)
  const least = all[0]?.unreadable ?? 0
  // Two ways that read every value alike are one way.
  const distinct = all.filter((reading, at) => all.findIndex((other) => other.read.every((value, i) => value === reading.read[i])) === at)
  const wanted = least === 0 ? distinct.filter((reading) => reading.unreadable === 0) : distinct.slice(0, 2)
  const shown = places(wanted.map((reading) => reading.read))
  const readings = wanted.map(({ dialect, read: read_, unreadable }) => ({
    dialect,
    unreadable,
    samples: shown.map((place) => ({ text: values[place] ?? '', value: read_[place] ?? null })),
  }))
  return { dialect: 'ambiguous', because: 'open', readings }
}

// Values that come out differently tell most.
function places(readings: readonly (readonly (string | null)[])[]): number[] {
  const [first = []] = readings
  const all = first.map((_value, place) => place)
  const differing = all.filter((place) => new Set(readings.map((read) => read[place])).size > 1)
  return (differing.length > 0 ? differing : all).slice(0, SAMPLES)
}
