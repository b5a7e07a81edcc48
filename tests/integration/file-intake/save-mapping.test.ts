import { buildActor, specialist } from '@tests/factories/people'
import { nameTestActor } from '@tests/factories/records'
import { beforeAll, describe, expect, test } from 'vitest'
import { asId } from '@/core/ids'
import { readWithMapping } from '@/features/file-intake/commands/read-with-mapping'
import { retireMapping } from '@/features/file-intake/commands/retire-mapping'
import { saveMapping } from '@/features/file-intake/commands/save-mapping'
import { holdImports } from '@/features/file-intake/imports/hold-imports'
import { resumeBatches } from '@/features/file-intake/imports/resume-batches'
import { findEarlierMappings } from '@/features/file-intake/queries/find-mappable-import'
import { useTestDatabase } from '../database'
import { takeFile, takeMasterData } from '../take-file'
import { batchOf, unknownClaims as claims, customersByCode, mapped } from './unknown-claims'

const database = await useTestDatabase()
let pinewood = ''
let kaufhof = ''

beforeAll(async () => {
  await takeMasterData()
  const customers = await customersByCode(database)
  pinewood = customers.get('R01') ?? ''
  kaufhof = customers.get('R02') ?? ''
})

describe('versions', () => {
  let batchId = ''
  let kept = { mappingId: '', versionId: '', version: 0 }

  test('the same again is no new version, a change is one, and what was read keeps its own', async () => {
    const file = await takeFile(
      'v.csv',
      claims('X-1,10/13/26,LATE,4500118,10.00\nX-2,10/14/26,A,4500118,1.00\n', 'Zeichen,Am,Wieso,Zu,Summe USD'),
    )
    batchId = file.id
    const made = { batchId, mappingId: null, version: 0, customerId: pinewood, ...(await mapped(batchId)) }
    kept = await saveMapping(specialist, made)
    expect(await saveMapping(specialist, made)).toEqual(kept)
    const changed = { ...made, definition: { ...made.definition, constants: [] } }
    expect(await saveMapping(specialist, { ...changed, mappingId: kept.mappingId, version: 1 })).toMatchObject({
      mappingId: kept.mappingId,
      version: 2,
    })
    await expect(
      saveMapping(specialist, {
        ...changed,
        definition: { ...changed.definition, encoding: 'Big5' },
        mappingId: kept.mappingId,
        version: 1,
      }),
    ).rejects.toThrow('stale')
    const events = await database.query<{ event: string }>(
      "select event from audit_entry where table_name = 'column_mapping_version' and event = 'mapping.saved'",
    )
    expect(events.length).toBeGreaterThan(1)
    await nameTestActor(database)
    await expect(database.query('update column_mapping_version set version = 9')).rejects.toThrow('posted history')
  })

  test('a batch opened for a version is read by it after a crash', async () => {
    await holdImports(async (heldBy) => {
      expect(await readWithMapping(specialist, { batchIds: [batchId], versionId: kept.versionId, heldBy })).toEqual([batchId])
      expect(await batchOf(database, batchId)).toMatchObject({ state: 'parsing', version: 1 })
      expect(await resumeBatches(specialist)).toEqual({ committed: 0 })
    })
    await resumeBatches(specialist)
    expect(await batchOf(database, batchId)).toMatchObject({ state: 'done', version: 1, accepted: 2 })
  })

  test('a retired mapping reads nothing any more, and is retired once', async () => {
    await retireMapping(specialist, { mappingId: kept.mappingId })
    const next = await takeFile(
      'v2.csv',
      claims('X-3,10/13/26,LATE,4500118,10.00\nX-4,10/14/26,A,4500118,1.00\n', 'Zeichen,Am,Wieso,Zu,Summe USD'),
    )
    expect(next.status).toBe('waiting')
    await expect(retireMapping(specialist, { mappingId: kept.mappingId })).rejects.toThrow('file-intake/mapping-retired')
    await expect(readWithMapping(specialist, { batchIds: [next.id], versionId: kept.versionId })).rejects.toThrow('not-found')
  })
})

describe('an account manager', () => {
  const manager = () => ({ ...buildActor(['account-manager'], [kaufhof]), userId: asId<'user'>('00000000-0000-7000-8000-000000000077') })

  test('maps for own customers only, sees their mappings only, and retires no others', async () => {
    const file = await takeFile(
      'am.csv',
      claims('Y-1,10/13/26,LATE,4500118,10.00\nY-2,10/14/26,A,4500118,1.00\n', 'Zettel,Am,Wieso,Zu,Summe USD'),
    )
    await nameTestActor(database)
    const input = { batchId: file.id, mappingId: null, version: 0, ...(await mapped(file.id)) }
    await expect(saveMapping(manager(), { ...input, customerId: kaufhof })).rejects.toThrow('not-found')
    await database.query('update import_batch set uploaded_by = $2 where id = $1', [file.id, manager().userId])
    await expect(saveMapping(manager(), { ...input, customerId: pinewood })).rejects.toThrow('not-allowed')
    await expect(saveMapping(manager(), { ...input, customerId: null })).rejects.toThrow('not-allowed')
    await expect(saveMapping(buildActor(['credit']), { ...input, customerId: kaufhof })).rejects.toThrow()
    const kept = await saveMapping(manager(), { ...input, customerId: kaufhof })
    expect(new Set((await findEarlierMappings(manager())).map(({ customerId }) => customerId))).toEqual(new Set([kaufhof]))
    const other = await saveMapping(specialist, { ...input, customerId: pinewood })
    await expect(retireMapping(manager(), { mappingId: other.mappingId })).rejects.toThrow('not-found')
    expect(await retireMapping(manager(), { mappingId: kept.mappingId })).toEqual({ id: kept.mappingId })
  })
})
