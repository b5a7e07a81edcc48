import type { Actor } from '@/core/actor'
import { findSavedMappings, findSender, findStoredMappings } from '../queries/find-saved-mappings'
import { chooseMapping } from '../rules/choose-mapping'
import { customerHint } from '../rules/customer-hint'
import type { FileSurvey } from './file-survey'
import { mappingOrder } from './mapping-order'
import type { MappingToUse } from './reading'

/** The saved mapping that reads this file by itself; or the code of what has to be asked; or null when there is none. */
export async function chooseSavedMapping(
  actor: Actor,
  path: string,
  survey: FileSurvey,
): Promise<{ use: MappingToUse } | { ask: string } | null> {
  const fingerprints = survey.tables.flatMap((table) => table.fingerprints)
  const byEncoding = survey.isEncodingSure ? null : survey.encodings
  const everyPrint = [...new Set([...fingerprints, ...(byEncoding ?? []).flatMap((choice) => choice.fingerprints)])]
  const saved = await findSavedMappings(actor, everyPrint)
  if (saved.length === 0) return null
  const seen = { fingerprints, byEncoding, hasHeader: survey.tables.some(({ headerRow }) => headerRow > 0) }
  const choice = chooseMapping(seen, saved, await findSender(customerHint(path)))
  if (choice.kind === 'ask') return { ask: choice.because }
  const mapping = choice.kind === 'use' ? saved.find(({ versionId }) => versionId === choice.mapping.versionId) : undefined
  return mapping === undefined ? null : { use: { versionId: mapping.versionId, order: mappingOrder(mapping.definition, mapping, true) } }
}

/**
 * The saved mapping for the header of a list that is read by itself: a person said otherwise, so that wins. Null when there is
 * none, or several and the place does not tell the sender.
 */
export async function chooseOverReader(actor: Actor, path: string, headers: readonly string[]): Promise<MappingToUse | null> {
  const saved = await findSavedMappings(actor, [...new Set(headers)])
  if (saved.length === 0) return null
  const choice = chooseMapping({ fingerprints: headers, byEncoding: null, hasHeader: true }, saved, await findSender(customerHint(path)))
  const mapping = choice.kind === 'use' ? saved.find(({ versionId }) => versionId === choice.mapping.versionId) : undefined
  return mapping === undefined ? null : { versionId: mapping.versionId, order: mappingOrder(mapping.definition, mapping, true) }
}

/** The mappings that batches were opened with, by version: a person chose them, so that they do not stop at doubt. */
export async function storedMappings(versionIds: readonly (string | null)[]): Promise<Map<string, MappingToUse>> {
  const stored = await findStoredMappings([...new Set(versionIds.filter((id) => id !== null))])
  return new Map(
    stored.map((mapping) => [mapping.versionId, { versionId: mapping.versionId, order: mappingOrder(mapping.definition, mapping, false) }]),
  )
}
