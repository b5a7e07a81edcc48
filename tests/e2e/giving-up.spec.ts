import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { openFoundDeduction } from './found-deduction'
import { LIN_WEI, signInAs } from './sign-in-as'
import { uploadRemittance } from './upload-remittance'

const HELENA_STROUD = 'helena.stroud@meridian.example'
/** More than a specialist gives up alone. */
const CLAIMED = 314_900

test('a specialist gives up more than the own limit; the manager approves, and only then it is done', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000)
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await uploadRemittance(page, 'HP-LIMIT-1', '9900071', CLAIMED)
  await openFoundDeduction(page, 'HP-LIMIT-1')
  await page.getByRole('button', { name: 'Resolve' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Above $2,500 a second person decides.')).toBeVisible()
  await dialog.getByLabel('How').selectOption('written-off')
  await dialog.getByLabel('Reason').fill('The store has closed for good.')
  await dialog.getByRole('button', { name: 'Resolve' }).click()
  await expect(page.getByText('Waits for a second person: it is above your limit')).toBeVisible()
  const waiting = page.locator('#approval')
  await expect(waiting).toContainText('The store has closed for good.')
  await expect(waiting.getByRole('button', { name: 'Approve' })).toHaveCount(0)
  // Nobody does it a second time meanwhile.
  await expect(page.getByText('Wait for approval', { exact: true })).toBeVisible()

  const { second, office } = await asManager(browser, 'en', baseURL ?? '')
  await second.goto('/approvals')
  await second.getByRole('link', { name: 'HP-LIMIT-1' }).click()
  await second.locator('#approval').getByRole('button', { name: 'Approve' }).click()
  await expect(second.getByText('Approved and done')).toBeVisible()
  await expect(second.locator('#approval')).toHaveCount(0)
  await page.reload()
  await expect(page.locator('#approval')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Resolve' })).toHaveCount(0)
  await office.close()
})

test('the manager refuses to give up, in Chinese, and the money stays open', async ({ page, context, browser, baseURL }) => {
  test.setTimeout(180_000)
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await uploadRemittance(page, 'HP-LIMIT-2', '9900072', CLAIMED)
  await openFoundDeduction(page, 'HP-LIMIT-2')
  await page.getByRole('button', { name: 'Resolve' }).click()
  await page.getByRole('dialog').getByLabel('Root cause').selectOption({ index: 1 })
  await page.getByRole('dialog').getByLabel('Reason').fill('Agreed with the buyer.')
  await page.getByRole('dialog').getByRole('button', { name: 'Resolve' }).click()
  await expect(page.locator('#approval')).toBeVisible()

  const { second, office } = await asManager(browser, 'zh-CN', baseURL ?? '')
  await second.goto(page.url())
  await second.locator('#approval').getByRole('button', { name: '驳回' }).click()
  const dialog = second.getByRole('dialog')
  await dialog.getByLabel('原因').fill('请先向承运商索要签收单')
  await dialog.getByRole('button', { name: '驳回' }).click()
  await expect(second.locator('#approval')).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Resolve' })).toBeVisible()
  await expect(page.locator('#timeline').getByText('Second person decided').first()).toBeVisible()
  await office.close()
})

async function asManager(browser: Browser, locale: 'en' | 'zh-CN', address: string): Promise<{ second: Page; office: BrowserContext }> {
  const office = await browser.newContext()
  const second = await office.newPage()
  await signInAs(second, office, HELENA_STROUD, locale, address)
  return { second, office }
}
