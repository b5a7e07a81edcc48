import { expect, type Page, test } from '@playwright/test'
import { receiptOfFailedShipment } from '@prisma-seed/story/papers'
import type { CalendarDate } from '@/core/calendar-date'
import { openFoundDeduction } from './found-deduction'
import { LIN_WEI, signInAs } from './sign-in-as'

const WANG_XIN = 'wang.xin@meridian.example'
const CLAIMS = ['BM-770501', 'BM-770502', 'BM-770503']

test('one request and one paper answer the three deductions of a failed shipment', async ({ page, context, baseURL }) => {
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await openFoundDeduction(page, CLAIMS[0] ?? '')
  await page.getByRole('link', { name: /^Incident IN-/ }).click()
  await page.waitForURL(/\/incidents\/IN-\d+/)
  const incident = page.url()
  const deductions = page.getByRole('table', { name: 'Deductions of this shipment' })
  for (const claim of CLAIMS) await expect(deductions.getByRole('row', { name: new RegExp(claim) })).toContainText('Unclear')
  await expect(deductions).toContainText('Shortage')
  await expect(deductions).toContainText('Compliance')

  const ask = page.getByRole('button', { name: 'Ask Logistics for: POD' })
  await expect(async () => {
    if (await ask.isVisible()) await ask.click()
    await expect(page.locator('#evidence')).toContainText('asked Logistics', { timeout: 5_000 })
  }).toPass({ timeout: 40_000 })
  await expect(page.getByRole('heading', { name: 'Requests' }).locator('..')).toContainText('1')

  await context.clearCookies()
  await signInAs(page, context, WANG_XIN, 'en', baseURL ?? '')
  await answerWithReceipt(page, CLAIMS[0] ?? '')

  await context.clearCookies()
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await expect(async () => {
    await page.goto(incident)
    for (const claim of CLAIMS)
      await expect(deductions.getByRole('row', { name: new RegExp(claim) })).toContainText('Invalid', { timeout: 2_000 })
  }).toPass({ timeout: 90_000 })
  const happened = page.getByRole('table', { name: 'What happened to the shipment' })
  await expect(happened.getByRole('row', { name: /Cartons signed for/ })).toHaveCount(1)
  await expect(happened.getByRole('row', { name: /Delivered on/ })).toHaveCount(1)
  await expect(page.locator('#evidence')).not.toContainText('asked Logistics')

  await pressUntil(page, 'Agree with 3 verdicts', () => expect(deductions.getByText('decided')).toHaveCount(3, { timeout: 5_000 }))
  await pressUntil(page, 'Build 3 packages', () => expect(deductions.locator('a[href^="/disputes/"]')).toHaveCount(3, { timeout: 5_000 }))

  await context.addCookies([{ name: 'recoup-locale', value: 'zh-CN', url: baseURL ?? '' }])
  await page.goto(incident)
  await expect(page.getByRole('heading', { name: '这批货发生了什么' })).toBeVisible()
  await expect(page.getByRole('table', { name: '这批货引起的扣款' }).locator('a[href^="/disputes/"]')).toHaveCount(3)
})

async function answerWithReceipt(page: Page, claim: string): Promise<void> {
  const paper = await receiptOfFailedShipment(new Date().toISOString().slice(0, 10) as CalendarDate)
  await page.goto('/tasks')
  await page.locator('main table tbody a').filter({ hasText: claim }).first().click()
  await page.waitForURL(/peek=/)
  await page.locator('aside a[href^="/tasks/"]').last().click()
  await page.waitForURL(/\/tasks\/[0-9a-f-]{36}/)
  await expect(async () => {
    const name = paper.path.split('/').at(-1) ?? ''
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(paper.bytes) })
    await expect(
      page
        .locator('.drop-list, dl.facts')
        .getByText(/arrived|Done/)
        .first(),
    ).toBeVisible({ timeout: 30_000 })
  }).toPass({ timeout: 60_000 })
}

/** Pressed again when the page was not ready yet. */
async function pressUntil(page: Page, name: string, seen: () => Promise<void>): Promise<void> {
  const button = page.getByRole('button', { name })
  await expect(async () => {
    if (await button.isVisible()) await button.click()
    await seen()
  }).toPass({ timeout: 40_000 })
}
