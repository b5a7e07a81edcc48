import type { Day, StoryCalendar } from './calendar'
import { encoded } from './text'

type MessageType = 'ORDERS' | 'DESADV' | 'RECADV' | 'INVOIC' | 'REMADV'

const VERSION: Record<MessageType, string> = {
  ORDERS: 'D:96A:UN:EAN008',
  DESADV: 'D:96A:UN:EAN005',
  RECADV: 'D:96A:UN:EAN003',
  INVOIC: 'D:96A:UN:EAN008',
  REMADV: 'D:96A:UN:EAN003',
}

type Message = { type: MessageType; day: Day; from: string; to: string; segments: readonly string[]; sequence: number }

/** Collects EDIFACT messages and writes one interchange per message, one file per message type and month. */
export class EdifactWriter {
  private readonly messages: Message[] = []
  private readonly calendar: StoryCalendar
  private readonly folder: string

  constructor(calendar: StoryCalendar, folder: string) {
    this.calendar = calendar
    this.folder = folder
  }

  add(type: MessageType, day: Day, from: string, to: string, segments: readonly string[]): void {
    this.messages.push({ type, day, from, to, segments, sequence: this.messages.length })
  }

  files(): { type: MessageType; path: string; bytes: Uint8Array }[] {
    const ordered = [...this.messages].sort((a, b) => a.day - b.day || a.sequence - b.sequence)
    const files = new Map<string, { type: MessageType; path: string; text: string }>()
    for (const [index, message] of ordered.entries()) {
      const path = `edi/${this.folder}/${message.type}_${this.calendar.period(message.day)}.edi`
      const file = files.get(path) ?? { type: message.type, path, text: '' }
      file.text += this.interchange(message, `MM${String(4001 + index).padStart(8, '0')}`)
      files.set(path, file)
    }
    return [...files.values()].map(({ type, path, text }) => ({ type, path, bytes: encoded(text, 'win1252') }))
  }

  private interchange({ type, day, from, to, segments }: Message, reference: string): string {
    const all = [
      `UNB+UNOC:3+${from}:14+${to}:14+${this.calendar.short(day)}:0830+${reference}`,
      `UNH+1+${type}:${VERSION[type]}`,
      ...segments,
      `UNT+${segments.length + 2}+1`,
      `UNZ+1+${reference}`,
    ]
    return `UNA:+.? '\n${all.join("'\n")}'\n`
  }
}

/** Releases characters that mean something in EDIFACT. */
export function released(text: string): string {
  return text.replace(/[?'+:]/g, '?$&')
}
