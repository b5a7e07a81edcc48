import { readFile } from 'node:fs/promises'
import { isAbsolute, join, resolve } from 'node:path'
import * as z from 'zod'
import type { LockboxProfile } from '@/formats/bank/lockbox-profile'
import { env } from '@/server/env'
import { log } from '@/server/log'

const Place = z.tuple([z.int().min(1).max(1000), z.int().min(1).max(100)])
const Fields = z.object({
  fileOrigin: Place.optional(),
  fileDate: Place.optional(),
  lockbox: Place,
  depositDate: Place.optional(),
  batch: Place,
  item: Place,
  checkAmount: Place,
  routing: Place.optional(),
  account: Place.optional(),
  checkNumber: Place,
  payer: Place.optional(),
  sequence: Place.optional(),
  lastFlag: Place.optional(),
  invoices: z
    .array(z.object({ invoice: Place, amount: Place.optional(), deduction: Place.optional(), reason: Place.optional() }))
    .min(1)
    .max(20),
  batchCount: Place.optional(),
  batchAmount: Place,
  lockboxCount: Place.optional(),
  lockboxAmount: Place,
  recordCount: Place.optional(),
})

/** A file of profiles as an administrator writes it: places as [first place, width], counted from 1. */
export const LockboxProfiles = z
  .array(
    z.object({
      name: z.string().min(1).max(100),
      origin: z.string().min(1).optional(),
      lockbox: z.string().min(1).optional(),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .default('USD'),
      fields: Fields,
    }),
  )
  .max(200)

/**
 * The profiles of our banks' lockbox files: the file that RECOUP_LOCKBOX_PROFILES names, else lockbox-profiles.json of the
 * data folder. A file that is not there means none; one that cannot be read is logged and leaves the usual layouts.
 */
export async function loadLockboxProfiles(): Promise<LockboxProfile[]> {
  const { RECOUP_LOCKBOX_PROFILES: named, RECOUP_DATA: data } = env()
  const path = named === undefined ? join(data, 'lockbox-profiles.json') : isAbsolute(named) ? named : resolve(named)
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) {
    if (named !== undefined) log().error({ path }, 'the lockbox profiles are not there')
    return []
  }
  const parsed = LockboxProfiles.safeParse(fromJson(text))
  if (parsed.success) return parsed.data
  log().error({ path, issues: parsed.error.issues.slice(0, 5) }, 'the lockbox profiles cannot be read')
  return []
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // What is no JSON is no list of profiles: the schema says so.
    return null
  }
}
