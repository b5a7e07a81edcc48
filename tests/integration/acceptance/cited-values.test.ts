import { tellStory } from '@prisma-seed/story/tell-story'
import { afterAll, expect, test } from 'vitest'
import { systemActor } from '@/core/actor'
import type { CalendarDate } from '@/core/calendar-date'
import { findDeductions } from '@/features/deductions/commands/find-deductions'
import { triageDeductions } from '@/features/deductions/commands/triage-deductions'
import { importFiles } from '@/features/file-intake/imports/import-files'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { useTestDatabase } from '../database'
import { openCitedValues } from './cited-values'

await useTestDatabase()
afterAll(closeReaders)

const actor = systemActor('cited-values')

test('every figure of every verdict on the demo company stands in the file where it is cited', { timeout: 600_000 }, async () => {
  const files = await tellStory('2026-11-27' as CalendarDate)
  await importFiles(
    actor,
    files.map(({ path, bytes }) => ({ path, way: 'demo' as const, content: async () => bytes })),
  )
  await findDeductions(actor, {})
  await triageDeductions(actor)
  const cited = await openCitedValues()
  expect(cited.filter(({ why }) => why !== '')).toEqual([])
  expect(cited.length).toBeGreaterThan(1_000)
  const documents = new Set(cited.map(({ citation }) => citation.document))
  for (const document of ['proof-of-delivery', 'bill-of-lading', 'sent-invoice', 'purchase-order', 'mail', 'deduction'] as const)
    expect(documents).toContain(document)
})
