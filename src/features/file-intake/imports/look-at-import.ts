import type * as z from 'zod'
import type { Actor } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import type { GivenMapping } from '@/formats/mapping/given-mapping'
import { localCopy } from '@/server/file-store'
import { canImport } from '../policy'
import { findMappableImport, type MappableImport } from '../queries/find-mappable-import'
import { findStoredSender } from '../queries/find-saved-mappings'
import type { TryMappingInput } from '../schemas'
import type { FileSurvey } from './file-survey'
import type { MappedPreview, SurveyOrder } from './map-content'
import { mappingOrder } from './mapping-order'
import { readStoredFile } from './reader-pool'
import type { ReadSummary } from './reading'

type Options = { encoding: SurveyOrder['encoding']; headerRow: number | null }

/** The tables of a file as they were seen when it was read, or seen again by another encoding or header; null when it has none. */
export async function surveyImport(batch: MappableImport, options: Options): Promise<FileSurvey | null> {
  const kept = batch.inspection
  if (isSurvey(kept) && options.encoding === null && options.headerRow === null) return kept
  return (await ask(batch, { ...options, mapping: null })).survey ?? null
}

/** What a mapping would store of a file; nothing is stored. Null when the file cannot be read at all. */
export async function tryMapping(batch: MappableImport, mapping: GivenMapping, headerRow: number | null): Promise<MappedPreview | null> {
  return (await ask(batch, { encoding: mapping.encoding, headerRow, mapping })).preview ?? null
}

/** What a mapping that a person is making would store of a waiting file. Refuses what the actor may not see or map. */
export async function tryMappingOn(actor: Actor, id: string, input: z.output<typeof TryMappingInput>): Promise<MappedPreview | null> {
  if (!canImport(actor)) throw new Refusal('not-allowed')
  const [batch, sender] = [await findMappableImport(actor, id), await findStoredSender(actor, input.customerId)]
  if (batch === null || sender === null) throw new Refusal('not-found')
  return tryMapping(batch, mappingOrder(input.definition, sender, false), input.headerRow)
}

async function ask({ path, storageKey, bytes }: MappableImport, survey: SurveyOrder): Promise<ReadSummary> {
  const storedAt = await localCopy(storageKey)
  return readStoredFile({ batchId: '', path, storedAt, bytes, partsAt: '', around: [], survey }, async () => undefined)
}

// What the program wrote itself; a batch of an older version has none.
function isSurvey(kept: unknown): kept is FileSurvey {
  return typeof kept === 'object' && kept !== null && 'tables' in kept && 'encodings' in kept
}
