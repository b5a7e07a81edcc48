import { defineCommand, findNothing } from '@/server/command'
import { canImport } from '../policy'
import { ClaimUploadInput } from '../schemas'

/** Ties an idempotency key to what was sent under it: the same key with other content is refused. */
export const claimUpload = defineCommand({
  event: 'import.requested',
  input: ClaimUploadInput,
  find: findNothing,
  allow: canImport,
  change: async () => ({}),
})
