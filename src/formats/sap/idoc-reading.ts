import type { Problem } from '@/core/problem'
import { divideDecimals } from '../decimal-text'
import { toMinorText, toPriceText, toWholeText } from '../exact-text'
import type { JsonValue, ReadFile, StagedRow } from '../staged-row'
import { decimalIn } from './idoc-parts'
import type { Idoc, IdocSegment } from './read-idoc'

/** What one IDoc yields; one without its key fields is rejected, not dropped. */
export type IdocReading = Pick<ReadFile, 'rows' | 'rejected' | 'problems'> & {
  totals?: { own: string; computed: string; currency: string | null }
}

/** Reads one IDoc; pure. */
export type IdocReader = (idoc: Idoc) => IdocReading

/** Collects the rows and problems of one IDoc; values that cannot be kept exactly become null with a problem at their segment. */
export class IdocDraft {
  readonly rows: StagedRow[] = []
  readonly rejected: ReadFile['rejected'] = []
  readonly problems: Problem[] = []
  readonly #idoc: Idoc

  constructor(idoc: Idoc) {
    this.#idoc = idoc
  }

  /** Adds a row with the addresses of the control record, by which its customer may be known. */
  add(kind: string, position: string, values: { [field: string]: JsonValue }): void {
    const { control } = this.#idoc
    const addresses = { sender: control.get('SNDPRN') ?? null, receiver: control.get('RCVPRN') ?? null }
    this.rows.push({ kind, position, values: { ...values, ...addresses } })
  }

  finish(totals?: IdocReading['totals']): IdocReading {
    return { rows: this.rows, rejected: this.rejected, problems: this.problems, ...(totals ? { totals } : {}) }
  }

  reject(field: string, code: string, message: string): IdocReading {
    const { segments, position } = this.#idoc
    const text = segments.slice(0, 40).map(textOf).join('\n')
    return { rows: [], rejected: [{ position, text, problem: { position, field, code, message } }], problems: this.problems }
  }

  /** An item that lacks what its row needs: it is kept for correction, the others are taken. */
  rejectItem(item: readonly IdocSegment[], field: string, code: string, message: string): void {
    const position = item[0]?.position ?? this.#idoc.position
    this.rejected.push({ position, text: item.map(textOf).join('\n'), problem: { position, field, code, message } })
  }

  problem(segment: IdocSegment | undefined, field: string, code: string, message: string): void {
    this.problems.push({ position: segment?.position ?? this.#idoc.position, field, code, message })
  }

  minor(segment: IdocSegment | undefined, field: string, currency: string | null): string | null {
    return this.#read(segment, field, (decimal) => toMinorText(decimal, currency))
  }

  whole(segment: IdocSegment | undefined, field: string): string | null {
    return this.#read(segment, field, toWholeText)
  }

  /** A price for `per` pieces as micros of one piece. */
  price(segment: IdocSegment | undefined, field: string, per: string | null): string | null {
    return this.#read(segment, field, (decimal) => {
      const each = divideDecimals(decimal, decimalIn(per) ?? '1')
      return each === null ? null : toPriceText(each)
    })
  }

  #read(segment: IdocSegment | undefined, field: string, keep: (decimal: string) => string | null): string | null {
    const text = segment?.fields.get(field)
    if (text === undefined) return null
    const decimal = decimalIn(text)
    const kept = decimal === null ? null : keep(decimal)
    if (kept === null) this.problem(segment, field, 'amount-unreadable', `${field} '${text}' cannot be kept exactly`)
    return kept
  }
}

function textOf({ name, fields }: IdocSegment): string {
  return `${name} ${[...fields].map(([field, value]) => `${field}=${value}`).join(' ')}`
}
