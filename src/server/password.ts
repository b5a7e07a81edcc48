import { hash, verify } from '@node-rs/argon2'

// Argon2id with the library's memory and time cost; two at once is enough for a sign-in page and no weapon against us.
const HASHES_AT_ONCE_MAX = 2
let running = 0
const waiting: (() => void)[] = []

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= HASHES_AT_ONCE_MAX) await new Promise<void>((resume) => waiting.push(resume))
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password))
}

/** True when the password fits. A user without a password costs the same time as a wrong one. */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  return inTurn(async () => {
    if (passwordHash === null) {
      await hash(password)
      return false
    }
    return verify(passwordHash, password)
  })
}
