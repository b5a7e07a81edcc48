import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { EmbeddedFault } from './embedded-fault'

/** Whom PostgreSQL runs as when we are root, which it refuses to serve. */
export type ServerUser = { name: string; uid: number; gid: number }

/**
 * Answers null when we are not root and PostgreSQL may run as ourselves.
 * An existing data folder decides first: its owner alone can open it.
 */
export function findServerUser(dataFolder: string): ServerUser | null {
  if (process.getuid?.() !== 0) return null
  const accounts = readAccounts()
  if (existsSync(dataFolder)) {
    const { uid, gid } = statSync(dataFolder)
    if (uid !== 0) return accounts.find((account) => account.uid === uid) ?? { name: String(uid), uid, gid }
  }
  const user = ['postgres', 'nobody'].flatMap((name) => accounts.filter((account) => account.name === name))[0]
  if (!user) throw new EmbeddedFault('PostgreSQL does not run as root, and this machine has neither a postgres nor a nobody account.')
  return user
}

/** True when `user` may enter `folder`; answered by trying, because access lists and mounts have their own opinion. */
export function canEnter(user: ServerUser, folder: string): boolean {
  return tryAs(user, '/bin/sh', ['-c', 'cd "$1"', 'sh', folder])
}

/** True when `user` may run `program`. */
export function canRun(user: ServerUser, program: string): boolean {
  return tryAs(user, program, ['--version'])
}

function tryAs(user: ServerUser, program: string, args: string[]): boolean {
  return spawnSync(program, args, { uid: user.uid, gid: user.gid, cwd: '/', stdio: 'ignore' }).status === 0
}

function readAccounts(): ServerUser[] {
  if (!existsSync('/etc/passwd')) return []
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [name, , uid, gid] = line.split(':')
      return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
    })
}
