import { expect, type Page, test } from '@playwright/test'
import { LIN_WEI, signInAs } from './sign-in-as'

/** Opens a dialog; the page may not be hydrated at the first press. */
async function openDialog(page: Page, press: () => Promise<void>) {
  const dialog = page.getByRole('dialog')
  await expect(async () => {
    if (!(await dialog.isVisible())) await press()
    await expect(dialog).toBeVisible({ timeout: 2_000 })
  }).toPass()
  return dialog
}

test('a lead time gets a new version for one customer and an end', async ({ page, context, baseURL }) => {
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await page.goto('/signals')
  await page.getByRole('link', { name: 'Lead times' }).click()
  await page.waitForURL(/\/signals\/clocks/)
  const dialog = await openDialog(page, () => page.getByRole('button', { name: 'New lead time' }).click())
  await dialog.getByLabel('Step').selectOption({ label: 'Goods issue to invoice' })
  await dialog.getByLabel('Customer').selectOption({ label: 'Harbor & Pine' })
  await dialog.getByLabel('Days').fill('4')
  await dialog.getByLabel('Where this is agreed').fill('Contract 2026, annex 2')
  await dialog.getByRole('button', { name: 'Save' }).click()
  const row = page.getByRole('table', { name: 'Lead times' }).getByRole('row', { name: /Goods issue to invoice Harbor & Pine/ })
  await expect(row).toContainText('4 days')
  const ending = await openDialog(page, () => row.getByRole('button', { name: 'End' }).click())
  await ending.getByRole('button', { name: 'End' }).click()
  await expect(row).not.toContainText('open')
})

test('the holidays and notice of a customer are changed, and the change is told', async ({ page, context, baseURL }) => {
  await signInAs(page, context, LIN_WEI, 'zh-CN', baseURL ?? '')
  await page.goto('/orders/terms')
  await page.getByRole('link', { name: 'Kestrel Home' }).click()
  const dialog = await openDialog(page, () => page.getByRole('button', { name: '更改', exact: true }).click())
  await dialog.getByLabel('调价通知期').fill('75')
  await dialog.getByLabel('假日').fill('2099-12-25 圣诞')
  await dialog.getByRole('button', { name: '保存' }).click()
  // What is no date is named, and nothing typed is lost.
  await expect(dialog.getByLabel('假日')).toHaveAttribute('aria-invalid', 'true')
  await dialog.getByLabel('假日').fill('2099-12-25\n2100-01-01')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.locator('#history')).toContainText('调价通知期：45 → 75')
  await expect(page.locator('#history')).toContainText('新增假日：2099年12月25日、2100年1月1日')
})
