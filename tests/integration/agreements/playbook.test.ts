import { buildActor, specialist } from '@tests/factories/people'
import { insertCustomer } from '@tests/factories/records'
import { expect, test } from 'vitest'
import { saveEvidenceList } from '@/features/agreements/commands/save-evidence-list'
import { savePortalLimit } from '@/features/agreements/commands/save-portal-limit'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
await insertCustomer(database, 'HARBOR')

const limit = {
  customer: 'HARBOR',
  portalName: 'Harbor supplier portal',
  portalUrl: 'https://vendors.harbor.example',
  filesMax: 5,
  fileBytesMax: 3_145_728,
  fileTypes: ['pdf', 'jpg'],
  packageLocale: 'en',
  steps: ['Sign in', 'Open Disputes under Payments'],
}
const list = { category: 'shortage', freightTerms: null }

test('what a portal takes is kept once per customer, the latest wins', async () => {
  await savePortalLimit(specialist, limit)
  await savePortalLimit(specialist, { ...limit, filesMax: 7 })
  expect(await database.query('select portal_name, files_max from portal_limit')).toEqual([
    { portal_name: 'Harbor supplier portal', files_max: 7 },
  ])
})

test('the steps of filing are kept for a reader of Chinese too, and are gone when nobody says them any more', async () => {
  const stepsZh = ['登录', '在“付款”下打开“争议”']
  await savePortalLimit(specialist, { ...limit, stepsZh })
  expect(await database.query('select steps, steps_zh from portal_limit')).toEqual([{ steps: limit.steps, steps_zh: stepsZh }])
  await savePortalLimit(specialist, limit)
  expect(await database.query('select steps, steps_zh from portal_limit')).toEqual([{ steps: limit.steps, steps_zh: [] }])
})

test('a list of evidence replaces the one before and leaves the list of everybody alone', async () => {
  await saveEvidenceList(specialist, { ...list, customer: null, evidence: [['invoice', 'required']] })
  await saveEvidenceList(specialist, { ...list, customer: 'HARBOR', evidence: [['claim', 'required']] })
  await saveEvidenceList(specialist, {
    ...list,
    customer: 'HARBOR',
    evidence: [
      ['invoice', 'required'],
      ['proof-of-delivery', 'recommended'],
    ],
  })
  const rows = await database.query(
    'select customer_id is null as everybody, evidence, level from evidence_requirement order by customer_id nulls first, sort_order',
  )
  expect(rows).toEqual([
    { everybody: true, evidence: 'invoice', level: 'required' },
    { everybody: false, evidence: 'invoice', level: 'required' },
    { everybody: false, evidence: 'proof-of-delivery', level: 'recommended' },
  ])
})

test('an unknown customer and a wrong role change nothing', async () => {
  const before = await database.query('select count(*) from portal_limit')
  await expect(savePortalLimit(specialist, { ...limit, customer: 'NOBODY' })).rejects.toMatchObject({ code: 'not-found' })
  await expect(savePortalLimit(buildActor(['warehouse']), limit)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(saveEvidenceList(buildActor(['account-manager'], []), { ...list, customer: null, evidence: [] })).rejects.toMatchObject({
    code: 'not-allowed',
  })
  expect(await database.query('select count(*) from portal_limit')).toEqual(before)
})
