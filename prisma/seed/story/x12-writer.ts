import { isoWeek } from '@/core/calendar-date'
import type { Day, StoryCalendar } from './calendar'
import { OWN } from './carriers'
import { dice } from './dice'

/** One X12 segment: its id and elements; empty elements at the end are not written. */
export type Segment = readonly (string | number)[]
export type Partner = { folder: string; ediId: string; qualifier: string; separator: '*' | '|'; wrapAt: number }

const GROUP: Readonly<Record<string, string>> = {
  180: 'AN',
  210: 'IM',
  214: 'QM',
  810: 'IN',
  812: 'CD',
  820: 'RA',
  850: 'PO',
  852: 'PD',
  855: 'PR',
  856: 'SH',
  860: 'PC',
  861: 'RC',
}

type Outgoing = {
  partner: Partner
  set: string
  day: Day
  segments: readonly Segment[]
  isOurs: boolean
  isAlone: boolean
  copies: number
  sequence: number
}
export type Addition = { isOurs?: boolean; isAlone?: boolean; copies?: number }

/** Collects transaction sets and writes them as interchanges of release 004010: one per partner, set and week; a payment stands alone. */
export class X12Writer {
  private readonly sets: Outgoing[] = []
  private readonly calendar: StoryCalendar

  constructor(calendar: StoryCalendar) {
    this.calendar = calendar
  }

  add(
    partner: Partner,
    set: string,
    day: Day,
    segments: readonly Segment[],
    { isOurs = false, isAlone = false, copies = 1 }: Addition = {},
  ): void {
    this.sets.push({ partner, set, day, segments, isOurs, isAlone, copies, sequence: this.sets.length })
  }

  /** One text per file; the path is edi/<partner>/<set>_<period>.edi. */
  files(): { set: string; path: string; text: string }[] {
    const ordered = [...this.sets].sort((a, b) => a.day - b.day || a.sequence - b.sequence)
    const envelopes = [...Map.groupBy(ordered, (one) => this.envelopeKey(one)).values()]
    const files = new Map<string, { set: string; path: string; text: string }>()
    for (const [index, sets] of envelopes.entries()) {
      const [first] = sets
      if (!first) continue
      const path = `edi/${first.partner.folder}/${first.set}_${this.calendar.period(first.day)}.edi`
      const file = files.get(path) ?? { set: first.set, path, text: '' }
      file.text += this.interchange(first, sets, 2101 + index).repeat(first.copies)
      files.set(path, file)
    }
    return [...files.values()]
  }

  private envelopeKey({ partner, set, day, isAlone, sequence }: Outgoing): string {
    return [partner.folder, set, this.calendar.period(day), isoWeek(this.calendar.date(day)), isAlone ? sequence : ''].join('/')
  }

  private interchange({ partner, set, day, isOurs }: Outgoing, sets: readonly Outgoing[], control: number): string {
    const us = { qualifier: 'ZZ', id: OWN.ediId }
    const them = { qualifier: partner.qualifier, id: partner.ediId }
    const [from, to] = isOurs ? [us, them] : [them, us]
    const random = dice(`time/${control}`)
    const time = `${String(random.whole(6, 19)).padStart(2, '0')}${String(random.whole(0, 59)).padStart(2, '0')}`
    const number = String(control).padStart(9, '0')
    const blank = ' '.repeat(10)
    const segments: Segment[] = [
      [
        'ISA',
        '00',
        blank,
        '00',
        blank,
        from.qualifier,
        from.id.padEnd(15),
        to.qualifier,
        to.id.padEnd(15),
        this.calendar.short(day),
        time,
        'U',
        '00401',
        number,
        '0',
        'P',
        '>',
      ],
      ['GS', GROUP[set] ?? '', from.id, to.id, this.calendar.compact(day), time, control, 'X', '004010'],
      ...sets.flatMap((one, index): Segment[] => {
        const setNumber = String(index + 1).padStart(4, '0')
        return [['ST', set, setNumber], ...one.segments, ['SE', one.segments.length + 2, setNumber]]
      }),
      ['GE', sets.length, control],
      ['IEA', 1, number],
    ]
    return written(segments, partner)
  }
}

function written(segments: readonly Segment[], { separator, wrapAt }: Partner): string {
  const texts = segments.map((segment) => {
    const last = segment.findLastIndex((element) => element !== '')
    return segment.slice(0, last + 1).join(separator)
  })
  if (wrapAt === 0) return texts.map((text) => `${text}~\n`).join('')
  const stream = texts.map((text) => `${text}~`).join('')
  return `${(stream.match(new RegExp(`.{1,${wrapAt}}`, 'g')) ?? []).join('\n')}\n`
}
