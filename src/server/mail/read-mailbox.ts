import { ImapFlow } from 'imapflow'

/** A mailbox by setting; `doneFolder` and `failedFolder` are where messages go after they were taken, null leaves them marked as read. */
export type Mailbox = {
  host: string
  port: number
  isSecure: boolean
  user: string
  password: string
  folder: string
  doneFolder: string | null
  failedFolder: string | null
}

export type Message = { uid: number; source: Uint8Array }

const MESSAGES_AT_ONCE = 50
const BYTES_MAX = 60 * 1024 * 1024
const SILENCE_MILLISECONDS = 60_000

/**
 * The mailbox that an address names: `imaps://user:password@host/INBOX?done=Imported&failed=Not%20imported`. Over `imap://` the
 * connection is encrypted when the server offers it. Null when the text is no such address.
 */
export function parseMailbox(address: string): Mailbox | null {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || !/^imaps?:$/.test(url.protocol) || url.hostname === '' || url.username === '') return null
  const isSecure = url.protocol === 'imaps:'
  return {
    host: url.hostname,
    port: url.port === '' ? (isSecure ? 993 : 143) : Number(url.port),
    isSecure,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    folder: decodeURIComponent(url.pathname.replace(/^\//, '')) || 'INBOX',
    doneFolder: url.searchParams.get('done'),
    failedFolder: url.searchParams.get('failed') ?? url.searchParams.get('done'),
  }
}

/**
 * Hands over the unread messages of a mailbox, oldest first, and marks each as read and moves it once it was taken. Whoever
 * takes must bear to be given the same message again: a crash may come between taking and marking. Throws when the server
 * cannot be reached or refuses. Answers how many were taken.
 */
export async function readMailbox(mailbox: Mailbox, take: (message: Message) => Promise<'done' | 'failed'>): Promise<number> {
  const client = new ImapFlow({
    host: mailbox.host,
    port: mailbox.port,
    secure: mailbox.isSecure,
    auth: { user: mailbox.user, pass: mailbox.password },
    logger: false,
    socketTimeout: SILENCE_MILLISECONDS,
  })
  // A line that breaks later also rejects what is under way; without a listener it would end the process.
  client.on('error', () => undefined)
  await client.connect().catch((error: unknown) => {
    throw new Error(reasonOf(error))
  })
  try {
    const lock = await client.getMailboxLock(mailbox.folder)
    try {
      const found = (await client.search({ seen: false }, { uid: true })) || []
      const uids = [...found].sort((a, b) => a - b).slice(0, MESSAGES_AT_ONCE)
      for (const uid of uids) await takeOne(client, mailbox, uid, take)
      return uids.length
    } finally {
      lock.release()
    }
  } finally {
    await client.logout().catch(() => client.close())
  }
}

async function takeOne(
  client: ImapFlow,
  mailbox: Mailbox,
  uid: number,
  take: (message: Message) => Promise<'done' | 'failed'>,
): Promise<void> {
  const range = String(uid)
  const head = await client.fetchOne(range, { size: true }, { uid: true })
  const isFit = head !== false && (head.size ?? 0) <= BYTES_MAX
  const whole = isFit ? await client.fetchOne(range, { source: true }, { uid: true }) : false
  const outcome = whole !== false && whole.source ? await take({ uid, source: whole.source }) : 'failed'
  await client.messageFlagsAdd(range, outcome === 'done' ? ['\\Seen'] : ['\\Seen', '\\Flagged'], { uid: true })
  const folder = outcome === 'done' ? mailbox.doneFolder : mailbox.failedFolder
  if (folder === null) return
  await client.mailboxCreate(folder).catch(() => undefined)
  await client.messageMove(range, folder, { uid: true })
}

// The client says 'Command failed'; what the server answered says why.
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const answer = 'responseText' in error && typeof error.responseText === 'string' ? error.responseText : ''
  return [error.message, answer].filter((text) => text !== '').join(': ')
}
