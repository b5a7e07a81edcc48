import { type Logger, pino } from 'pino'
import { env } from './env'

let root: Logger | undefined

/** Structured log lines on stderr, secrets redacted; stdout stays free for machine-readable output. */
export function log(): Logger {
  root ??= pino(
    {
      level: env().LOG_LEVEL,
      base: null,
      redact: ['password', 'passwordHash', 'token', 'secret', 'authorization', '*.password', '*.token', '*.secret'],
    },
    pino.destination(2),
  )
  return root
}
