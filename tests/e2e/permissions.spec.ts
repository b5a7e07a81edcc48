import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import * as z from 'zod'
import { addressOf, readInventory } from '../tidy/permissions'
import { ROOT } from '../tidy/source-files'
import { LIN_WEI, QIN_ZHAO, signInAs } from './sign-in-as'

// What the production build really answers to, not what the source looks like.
const readManifest = (name: string): unknown => JSON.parse(readFileSync(join(ROOT, '.next/server', name), 'utf8'))
const pages = z.record(z.string(), z.string()).parse(readManifest('app-paths-manifest.json'))
const References = z.object({ node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })) })
const actions = References.parse(readManifest('server-reference-manifest.json')).node

const Batch = z.object({ rows: z.array(z.object({ id: z.string() })) })

const inventory = readInventory()
const built = Object.keys(pages).filter((path) => !path.startsWith('/_'))
const NOBODY = { cookies: [], origins: [] }
const isSignIn = (location: string | undefined) => location?.includes('/sign-in') ?? false

test.use({ storageState: NOBODY })

test('the production build has the pages and routes of the inventory', () => {
  expect(built.map(addressOf).sort()).toEqual(Object.keys(inventory.addresses).sort())
})

test('the production build has no action outside the inventory', () => {
  const names = Object.values(actions).map(({ filename, exportedName }) => `${filename.split('/')[2]}/${exportedName}`)
  expect(names.filter((name) => !(name in inventory.actions))).toEqual([])
})

for (const path of built.filter((one) => inventory.addresses[addressOf(one)] === 'signed-in')) {
  const address = addressOf(path).replace(/\[\[?(\.\.\.)?\w+\]?\]/g, '00000000-0000-0000-0000-000000000000')
  test(`nobody gets nothing at ${addressOf(path)}`, async ({ request }) => {
    for (const method of path.endsWith('/route') ? ['GET', 'POST'] : ['GET']) {
      const response = await request.fetch(address, { method, maxRedirects: 0 })
      const isRefused = [401, 403, 405].includes(response.status()) || isSignIn(response.headers()['location'])
      expect(isRefused, `${method} ${address} answered ${response.status()}`).toBe(true)
    }
  })
}

/** They say themselves what is wrong: that one's role does not include it, or that the place in a file is not known. */
const SAY_WHY = new Set(['/freight-claims/[id]', '/imports/[id]/undo', '/imports/[id]/where', '/imports/record/[record]/[id]'])

test('a record that does not exist, or is not theirs, answers 404 at every page of one record', async ({ page, context, baseURL }) => {
  await signInAs(page, context, QIN_ZHAO, 'en', baseURL ?? '')
  const records = built.filter((path) => path.endsWith('/page') && addressOf(path).includes('[') && !SAY_WHY.has(addressOf(path)))
  expect(records.length).toBeGreaterThan(10)
  for (const path of records) {
    const address = addressOf(path).replace(/\[\w+\]/g, '00000000-0000-0000-0000-000000000000')
    const response = await page.request.get(address, { maxRedirects: 0 })
    expect(response.status(), `${address} answered ${response.status()}`).toBe(404)
  }
})

for (const [locale, title] of [
  ['en', 'This page does not exist'],
  ['zh-CN', '页面不存在'],
] as const) {
  test(`a deduction of a customer one does not look after answers 404 with a page that says so, ${locale}`, async ({
    browser,
    baseURL,
  }) => {
    const address = baseURL ?? ''
    const open = async (email: string) => {
      const context = await browser.newContext({ baseURL: address })
      const page = await context.newPage()
      await signInAs(page, context, email, locale, address)
      const answer = await page.request.get('/api/deductions/rows?tab=all&sort=number&limit=500')
      return { context, page, ids: Batch.parse(await answer.json()).rows.map(({ id }) => id) }
    }
    const [specialist, manager] = [await open(LIN_WEI), await open(QIN_ZHAO)]
    const foreign = specialist.ids.find((id) => !manager.ids.includes(id)) ?? ''
    expect((await specialist.page.request.get(`/deductions/${foreign}`)).status()).toBe(200)
    expect((await manager.page.request.get(`/deductions/${manager.ids[0]}`)).status()).toBe(200)
    const answer = await manager.page.goto(`/deductions/${foreign}`)
    expect(answer?.status()).toBe(404)
    await expect(manager.page.getByText(title)).toBeVisible()
    await expect(manager.page.getByRole('navigation').first()).toBeVisible()
    for (const { context } of [specialist, manager]) await context.close()
  })
}

test('no action runs for nobody', async ({ request }) => {
  for (const [id, { exportedName }] of Object.entries(actions)) {
    const response = await request.post('/sign-in', { headers: { 'Next-Action': id }, data: '[{}]', maxRedirects: 0 })
    const headers = response.headers()
    const isRefused = response.status() >= 400 || isSignIn(headers['location']) || isSignIn(headers['x-action-redirect'])
    expect(isRefused, `${exportedName} answered ${response.status()}`).toBe(true)
  }
})
