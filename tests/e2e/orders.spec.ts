import { expect, test } from '@playwright/test'
import { signInAs } from './sign-in-as'

const TOM_KELLER = 'tom.keller@meridian.example'

test('order management holds an order line before it ships, then releases it with a reason', async ({ page, context, baseURL }) => {
  await signInAs(page, context, TOM_KELLER, 'en', baseURL ?? '')
  await page.goto('/orders?sort=ship-by&direction=desc')
  await page.locator('main table tbody tr', { hasText: 'Open' }).first().getByRole('link').click()
  await page.waitForURL(/\/orders\/\w+\/\w+/)
  await page.getByRole('button', { name: 'Hold', exact: true }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Hold' }).click()
  const release = page.getByRole('button', { name: 'Release', exact: true }).first()
  await expect(page.locator('#exceptions').getByText('Held').first()).toBeVisible()
  await release.click()
  await page.getByRole('dialog').getByLabel('Reason').fill('Promotion agreed with Sales')
  await page.getByRole('dialog').getByRole('button', { name: 'Release' }).click()
  await expect(page.getByText('Released as ordered')).toBeVisible()
  await expect(page.getByText('Promotion agreed with Sales')).toBeVisible()
})

test('the order of Harbor & Pine shows its whole chain and where the quantities part', async ({ page, context, baseURL }) => {
  await signInAs(page, context, TOM_KELLER, 'zh-CN', baseURL ?? '')
  await page.goto('/orders/C01/4500118')
  await expect(page.locator('h1')).toContainText('4500118')
  const ledger = page.locator('#ledger')
  await expect(ledger.locator('td.bad')).toHaveText('96')
  await expect(ledger.getByText('首个不一致的步骤：−24')).toBeVisible()
  for (const paper of ['采购单', 'SAP 订单', '交货单', '签收单', '发票', '付款', '扣款'])
    await expect(page.locator('#chain').getByText(paper, { exact: true })).toBeVisible()
  await expect(page.locator('#chain a', { hasText: 'HP-881204' })).toHaveAttribute('href', /^\/deductions\//)
})
