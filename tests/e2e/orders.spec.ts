import { expect, test } from '@playwright/test'
import { signInAs } from './sign-in-as'

const TOM_KELLER = 'tom.keller@meridian.example'

type Words = {
  hold: string
  held: string
  correct: string
  value: string
  reason: string
  where: string
  done: string
  open: string
  reply: string
}
const WORDS: Readonly<Record<'en' | 'zh-CN', Words>> = {
  en: {
    hold: 'Hold',
    held: 'Held',
    correct: 'Correct',
    value: 'Correct value',
    reason: 'Reason',
    where: 'The customer changes order',
    done: 'Corrected',
    open: 'Open order',
    reply: 'accepted, price changed',
  },
  'zh-CN': {
    hold: '暂停',
    held: '已暂停',
    correct: '更正',
    value: '正确的值',
    reason: '理由',
    where: '请客户把订单',
    done: '已更正',
    open: '打开订单',
    reply: '接受，价格有改',
  },
}

for (const locale of ['en', 'zh-CN'] as const)
  test(`hold and correct an order with a wrong price, and have the reply ready (${locale})`, async ({ page, context, baseURL }) => {
    const words = WORDS[locale]
    await signInAs(page, context, TOM_KELLER, locale, baseURL ?? '')
    await page.goto('/orders/exceptions?kind=price')
    await page.locator('main table tbody a[href*="peek="]').first().click()
    const peek = page.getByRole('complementary').filter({ has: page.getByRole('table') })
    await expect(peek.locator('tr.dif')).toBeVisible()
    // The page may not be hydrated at the first press.
    await expect(async () => {
      if (!(await page.getByRole('dialog').isVisible()))
        await peek.getByRole('button', { name: words.hold, exact: true }).click({ timeout: 2_000 })
      await expect(page.getByRole('dialog')).toBeVisible({ timeout: 2_000 })
    }).toPass()
    await page.getByRole('dialog').getByRole('button', { name: words.hold, exact: true }).click()
    await expect(peek.getByText(words.held, { exact: true }).first()).toBeVisible()
    await peek.getByRole('button', { name: words.correct, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByLabel(words.value)).toHaveValue(/^\d+\.\d{2}/)
    await dialog.getByLabel(words.reason).fill('Agreed price list')
    await dialog.getByRole('button', { name: words.correct, exact: true }).click()
    await expect(peek.getByText(words.where)).toBeVisible()
    await expect(peek.getByText(words.done, { exact: true }).first()).toBeVisible()
    await peek.getByRole('link', { name: words.open }).click()
    await page.waitForURL(/\/orders\/\w+\/\w+/)
    await expect(page.locator('#reply').getByText(words.reply).first()).toBeVisible()
  })

test('an order line is released with a reason, and the reply is a file to send', async ({ page, context, baseURL }) => {
  await signInAs(page, context, TOM_KELLER, 'en', baseURL ?? '')
  await page.goto('/orders/exceptions?kind=pack&sort=at-stake&direction=asc')
  await page.locator('main table tbody a[href*="peek="]').first().click()
  const peek = page.getByRole('complementary').filter({ has: page.getByRole('table') })
  await expect(async () => {
    if (!(await page.getByRole('dialog').isVisible()))
      await peek.getByRole('button', { name: 'Release', exact: true }).click({ timeout: 2_000 })
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await page.getByRole('dialog').getByLabel('Reason').fill('Promotion agreed with Sales')
  await page.getByRole('dialog').getByRole('button', { name: 'Release', exact: true }).click()
  await expect(peek.getByText('Released as ordered').first()).toBeVisible()
  await peek.getByRole('link', { name: 'Open order' }).click()
  await page.waitForURL(/\/orders\/\w+\/\w+/)
  const download = page.waitForEvent('download')
  await page.locator('#reply').getByRole('link', { name: 'Download 855' }).click()
  expect((await download).suggestedFilename()).toMatch(/^855_.*\.edi$/)
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
  // Its invoice and its claim show the same ledger; no figure of any of the three stands without its source.
  for (const path of ['/invoices/90417733', '/deductions?q=HP-881204&tab=all', '/orders/C01/4500118']) {
    await page.goto(path)
    if (path.startsWith('/deductions')) {
      await page.locator('main table a[href*="peek="]').first().click()
      await page.locator('a[href^="/deductions/0"]').first().click()
    }
    const figures = page.locator('#ledger tbody td.r')
    await expect(figures.first()).toBeVisible()
    await expect(figures.filter({ hasNot: page.locator('a') }).filter({ hasNotText: '–' })).toHaveCount(0)
    const addresses = await figures.locator('a').evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))])
    expect(addresses.length).toBeGreaterThan(10)
    for (const address of addresses) expect((await page.request.get(address)).status(), address).toBe(200)
  }
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
