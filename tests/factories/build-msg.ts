import { burn } from '@kenjiuno/msgreader/lib/Burner.js'

type Entry = Parameters<typeof burn>[0][number]
type MsgFile = { name: string; type: string; bytes: Uint8Array }
type Msg = { subject: string; body: string; sender: string; sentAt?: Date; files?: readonly MsgFile[]; codePage?: number }

// Kinds of entry in a compound file, MS-CFB 2.6.1.
const [DIRECTORY, DOCUMENT, ROOT] = [1, 2, 5]
const FILE_TIME_EPOCH = 116_444_736_000_000_000n

/** A mail as Outlook saves it: an OLE compound file of MAPI properties. Texts given as bytes are of the code page named. */
export function buildMsg(
  { subject, body, sender, sentAt = new Date('2024-03-25T09:15:00Z'), files = [], codePage }: Msg,
  bodyBytes?: Uint8Array,
): Uint8Array {
  const entries: Entry[] = [{ name: 'Root Entry', type: ROOT, children: [], length: 0 }]
  const time = Buffer.alloc(8)
  time.writeBigUInt64LE(BigInt(sentAt.getTime()) * 10_000n + FILE_TIME_EPOCH)
  const fixed: [number, Buffer][] = [[0x00390040, time]]
  if (codePage !== undefined) fixed.push([0x3ffd0003, longOf(codePage)])
  add(entries, 0, '__properties_version1.0', properties(32, fixed))
  add(entries, 0, '__substg1.0_0037001F', utf16(subject))
  if (bodyBytes) add(entries, 0, '__substg1.0_1000001E', bodyBytes)
  else add(entries, 0, '__substg1.0_1000001F', utf16(body))
  add(entries, 0, '__substg1.0_0C1F001F', utf16(sender))
  for (const [index, file] of files.entries()) {
    const folder = entries.push({ name: `__attach_version1.0_#0000000${index}`, type: DIRECTORY, children: [], length: 0 }) - 1
    entries[0]?.children?.push(folder)
    add(entries, folder, '__properties_version1.0', properties(8, []))
    add(entries, folder, '__substg1.0_37010102', file.bytes)
    add(entries, folder, '__substg1.0_3707001F', utf16(file.name))
    add(entries, folder, '__substg1.0_370E001F', utf16(file.type))
  }
  return Uint8Array.from(burn(entries))
}

function add(entries: Entry[], parent: number, name: string, bytes: Uint8Array): void {
  const place = entries.push({ name, type: DOCUMENT, binaryProvider: () => Uint8Array.from(bytes), length: bytes.length }) - 1
  entries[parent]?.children?.push(place)
}

function properties(headerBytes: number, values: readonly [tag: number, value: Buffer][]): Buffer {
  const rows = values.map(([tag, value]) => {
    const row = Buffer.alloc(16)
    row.writeUInt32LE(tag, 0)
    row.writeUInt32LE(6, 4)
    value.copy(row, 8)
    return row
  })
  return Buffer.concat([Buffer.alloc(headerBytes), ...rows])
}

function longOf(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeUInt32LE(value)
  return bytes
}

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le')
}
