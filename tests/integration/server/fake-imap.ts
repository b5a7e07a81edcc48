import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'

export type KeptMessage = { uid: number; source: Buffer; flags: Set<string>; folder: string }

/**
 * As much of an IMAP server (RFC 3501 with UIDPLUS and MOVE) as reading a mailbox asks for: one account, folders by name,
 * messages with flags.
 */
export class FakeImap {
  readonly messages: KeptMessage[] = []
  readonly folders = new Set(['INBOX'])
  #server: Server | null = null
  #uid = 0

  add(source: Buffer): void {
    this.#uid += 1
    this.messages.push({ uid: this.#uid, source, flags: new Set(), folder: 'INBOX' })
  }

  /** Starts it; answers the address with user and password. */
  async start(): Promise<string> {
    this.#server = createServer((socket) => this.#serve(socket))
    await new Promise<void>((done) => this.#server?.listen(0, '127.0.0.1', done))
    return `imap://intake:secret@127.0.0.1:${(this.#server.address() as AddressInfo).port}/INBOX`
  }

  async stop(): Promise<void> {
    await new Promise<void>((done) => (this.#server ? this.#server.close(() => done()) : done()))
  }

  #serve(socket: Socket): void {
    let selected = ''
    let pending = ''
    socket.on('error', () => undefined)
    socket.write('* OK ready\r\n')
    socket.on('data', (chunk) => {
      pending += chunk.toString('latin1')
      for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end)
        pending = pending.slice(end + 2)
        const [tag = '', ...rest] = line.split(' ')
        const command = rest.join(' ')
        if (/^SELECT/i.test(command)) selected = unquote(command.slice(7))
        const answer = this.#answer(command, selected)
        socket.write(Buffer.concat([...answer.untagged, Buffer.from(`${tag} ${answer.result}\r\n`)]))
        if (/^LOGOUT/i.test(command)) socket.end()
      }
    })
  }

  #answer(command: string, selected: string): { untagged: Buffer[]; result: string } {
    const here = () => this.messages.filter((message) => message.folder === selected)
    const say = (...lines: string[]) => lines.map((line) => Buffer.from(`* ${line}\r\n`))
    const ok = (untagged: Buffer[] = []) => ({ untagged, result: 'OK done' })
    if (/^CAPABILITY/i.test(command)) return ok(say('CAPABILITY IMAP4rev1 UIDPLUS MOVE'))
    if (/^LOGIN/i.test(command)) return /secret/.test(command) ? ok() : { untagged: [], result: 'NO [AUTHENTICATIONFAILED] wrong password' }
    // An empty pattern asks for the separator alone.
    if (/^LIST "" ""$/i.test(command)) return ok(say('LIST (\\Noselect) "/" ""'))
    if (/^LIST/i.test(command)) return ok(say(...[...this.folders].map((folder) => `LIST () "/" "${folder}"`)))
    if (/^CREATE/i.test(command)) {
      this.folders.add(unquote(command.slice(7)))
      return ok()
    }
    if (/^SELECT/i.test(command))
      return ok(say(`${here().length} EXISTS`, 'FLAGS (\\Seen \\Flagged)', 'OK [UIDVALIDITY 1]', `OK [UIDNEXT ${this.#uid + 1}]`))
    if (/^UID SEARCH/i.test(command)) {
      const unseen = here().filter((message) => !message.flags.has('\\Seen'))
      return ok(say(`SEARCH ${unseen.map((message) => message.uid).join(' ')}`))
    }
    const uid = Number(/^UID (?:FETCH|STORE|MOVE) (\d+)/i.exec(command)?.[1])
    const place = here().findIndex((message) => message.uid === uid)
    const message = here()[place]
    if (!message) return ok()
    if (/^UID FETCH/i.test(command)) return ok(this.#fetch(command, message, place + 1))
    if (/^UID STORE/i.test(command)) for (const flag of command.match(/\\\w+/g) ?? []) message.flags.add(flag)
    if (/^UID MOVE/i.test(command)) {
      message.folder = unquote(command.replace(/^UID MOVE \d+ /i, ''))
      return ok(say(`OK [COPYUID 1 ${uid} ${uid}]`, `${place + 1} EXPUNGE`))
    }
    return ok()
  }

  #fetch(command: string, message: KeptMessage, place: number): Buffer[] {
    const head = `* ${place} FETCH (UID ${message.uid} RFC822.SIZE ${message.source.length}`
    if (!/BODY/i.test(command)) return [Buffer.from(`${head})\r\n`)]
    return [Buffer.from(`${head} BODY[] {${message.source.length}}\r\n`), message.source, Buffer.from(')\r\n')]
  }
}

function unquote(text: string): string {
  return text.trim().replace(/^"(.*)"$/, '$1')
}
