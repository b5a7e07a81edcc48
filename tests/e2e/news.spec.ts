import { expect, type Page, test } from '@playwright/test'
import { LIN_WEI, signInAs } from './sign-in-as'

const WANG_XIN = 'wang.xin@meridian.example'

test('a request rings at the colleague who answers for it, and the answer rings back', async ({ page, context, browser, baseURL }) => {
  test.setTimeout(180_000)
  const address = baseURL ?? ''
  await signInAs(page, context, LIN_WEI, 'en', address)
  await page.goto('/deductions?q=HP-881204&tab=all')
  await page.locator('tbody').getByRole('link', { name: 'HP-881204' }).click()
  await page.locator('aside a[href^="/deductions/"]').first().click()
  await page.waitForURL(/\/deductions\/[0-9a-f-]{36}/)
  await page.getByRole('button', { name: 'Ask a team' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('What is needed').fill('Who sealed trailer 4471?')
  await dialog.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('Request sent')).toBeVisible()

  const office = await browser.newContext()
  const hers = await office.newPage()
  await signInAs(hers, office, WANG_XIN, 'zh-CN', address)
  await expectNews(hers, `${address}/news`, 'Lin Wei 请您处理：Who sealed trailer 4471?')
  await hers.getByRole('link', { name: /Who sealed trailer 4471/ }).click()
  await expect(hers.locator('aside')).toContainText('Who sealed trailer 4471?')
  await hers.locator('aside').getByRole('button', { name: /^答复/ }).click()
  await hers.getByRole('dialog').getByRole('textbox').fill('是我封的，封条号 88123。')
  await hers.getByRole('button', { name: '发送答复' }).click()
  await hers.goto(`${address}/news`)
  await expect(hers.getByRole('link', { name: /Who sealed trailer 4471/ })).toHaveCount(0)

  await expectNews(page, '/news', /answered: Who sealed trailer 4471\?/)
  await expect(page.getByRole('link', { name: /^Notifications, \d+ new$/ })).toBeVisible()
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(page.getByRole('link', { name: 'Notifications', exact: true })).toBeVisible()
  await page.getByRole('button', { name: /By mail/ }).click()
  await page.getByRole('menuitem', { name: 'Never' }).click()
  await expect(page.getByRole('button', { name: 'By mail Never' })).toBeVisible()
  await office.close()
})

/** News are told every few seconds; a person looks again. */
async function expectNews(page: Page, address: string, text: string | RegExp): Promise<void> {
  await expect(async () => {
    await page.goto(address)
    await expect(page.getByRole('link', { name: text })).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
}
