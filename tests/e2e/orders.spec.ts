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
  await expect(ledger.locator('td.bad')).toContainText('96')
  await expect(ledger.getByText('首个不一致的步骤：−24')).toBeVisible()
  for (const paper of ['采购单', 'SAP 订单', '交货单', '签收单', '发票', '付款', '扣款'])
    await expect(page.locator('#chain').getByText(paper, { exact: true })).toBeVisible()
  await expect(page.locator('#chain a', { hasText: 'HP-881204' })).toHaveAttribute('href', /^\/deductions\//)
})

test('every figure of the ledger opens what it stands in: a place in a file, a paper, or the records it adds up', async ({
  page,
  context,
  baseURL,
}) => {
  await signInAs(page, context, TOM_KELLER, 'en', baseURL ?? '')
  await page.goto('/orders/C01/4500118')
  const figures = page.locator('#ledger tbody td.r a')
  const addresses = await figures.evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))])
  expect(addresses.length).toBeGreaterThan(10)
  for (const address of addresses) expect((await page.request.get(address)).status(), address).toBe(200)
  // Received 96: the receipt's own line, shown in the file that brought it.
  await page.locator('#ledger td.bad a').click()
  await page.waitForURL(/\/imports\/.+\/where\?/)
  await expect(page.locator('main')).toContainText('96')
  // A payment pays the whole invoice: the list says which share is this line's, and of which advice.
  await page.goto('/orders/C01/4500118')
  await page.locator('#ledger a[href*="step=paid"]').first().click()
  await expect(page.getByRole('row', { name: /Sum/ })).toBeVisible()
  await expect(
    page
      .getByRole('row', { name: /Payment/ })
      .first()
      .getByRole('link'),
  ).toHaveCount(2)
})

test('an invoice shows the same ledger with its own lines marked', async ({ page, context, baseURL }) => {
  await signInAs(page, context, TOM_KELLER, 'en', baseURL ?? '')
  await page.goto('/orders/C01/4500118')
  await page.locator('#chain a[href^="/invoices/"]').first().click()
  await page.waitForURL(/\/invoices\//)
  await expect(page.locator('#ledger tr.b').first()).toBeVisible()
})
