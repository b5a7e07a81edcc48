import { expect, type Page, test } from '@playwright/test'
import { LIN_WEI, signInAs } from './sign-in-as'

const HELENA_STROUD = 'helena.stroud@meridian.example'

/** Waits until the background work after an approval has reached the deduction. */
async function seesCategory(page: Page, address: string, text: string): Promise<void> {
  await expect(async () => {
    await page.goto(address)
    await expect(page.locator('h1')).toContainText(text, { timeout: 1_000 })
  }).toPass({ timeout: 45_000 })
}

test('a specialist maps a code, the manager sees what it changes and approves, the deduction is coded anew', async ({
  browser,
  baseURL,
}) => {
  const address = baseURL ?? ''
  const desk = await browser.newContext()
  const page = await desk.newPage()
  await signInAs(page, desk, LIN_WEI, 'en', address)
  await page.getByRole('link', { name: 'Codes' }).click()
  await page
    .getByRole('row', { name: /Pallet or shrink wrap short/ })
    .getByRole('link')
    .first()
    .click()
  const deduction = await page.locator('.rr table tbody a').first().getAttribute('href')
  await page.goto(deduction ?? '')
  await expect(page.locator('h1')).toContainText('Unclear')
  await page.goBack()
  const form = page.getByRole('form', { name: 'Map this code' })
  await form.getByLabel('Category').selectOption({ label: 'Compliance' })
  await form.getByRole('button', { name: 'Propose' }).click()
  await expect(page.getByText('Waiting for a second person')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0)
  const code = page.url()

  const office = await browser.newContext()
  const second = await office.newPage()
  await signInAs(second, office, HELENA_STROUD, 'en', address)
  await second.getByRole('link', { name: 'Approvals' }).first().click()
  await second.goto(code)
  await expect(second.locator('#preview').getByText('Unclear → Compliance')).toBeVisible()
  await second.getByRole('button', { name: 'Approve' }).click()
  await expect(second.getByText(/Approved; \d+ deduction/)).toBeVisible()
  await seesCategory(second, deduction ?? '', 'Compliance')
  await desk.close()
  await office.close()
})

test('a proposal is rejected with a reason, in Chinese', async ({ page, context, baseURL }) => {
  await signInAs(page, context, HELENA_STROUD, 'zh-CN', baseURL ?? '')
  await page.goto('/approvals')
  await page.locator('main table tbody a').first().click()
  await expect(page.getByText('等待另一人审批')).toBeVisible()
  await page.getByRole('button', { name: '驳回' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('原因').fill('请先向客户确认')
  await dialog.getByRole('button', { name: '驳回' }).click()
  await expect(page.locator('#maps').getByText('请先向客户确认')).toBeVisible()
})

/** A code that two customers use, with the same words. */
const ROUTING = [/47 .*Oak & Gale/, /47 .*Kestrel Home/]

test('many codes are proposed at once, and a second person approves them at once', async ({ browser, baseURL }) => {
  const address = baseURL ?? ''
  const desk = await browser.newContext()
  const page = await desk.newPage()
  await signInAs(page, desk, LIN_WEI, 'en', address)
  await page.goto('/codes')
  await choose(page, 'Propose 2 maps')
  await expect(page.getByText('2 maps sent to a second person')).toBeVisible()
  await desk.close()

  const office = await browser.newContext()
  const second = await office.newPage()
  await signInAs(second, office, HELENA_STROUD, 'zh-CN', address)
  await second.goto('/codes?tab=waiting')
  await choose(second, '批准 2 个代码')
  await expect(second.getByText(/已批准 2 个代码/)).toBeVisible()
  for (const name of ROUTING) await expect(second.getByRole('row', { name })).toHaveCount(0)
  await office.close()
})

/** Ticks both rows and presses the button of the bar below. */
async function choose(page: Page, button: string): Promise<void> {
  await expect(async () => {
    for (const name of ROUTING) await page.getByRole('row', { name }).getByRole('checkbox').check()
    await page.getByRole('button', { name: button }).click({ timeout: 2_000 })
  }).toPass()
}
