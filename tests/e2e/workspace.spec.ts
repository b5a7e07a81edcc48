import { expect, type Page, test } from '@playwright/test'
import { makeDeductions, onJourneyDatabase } from './journey-database'
import { LIN_WEI, signInAs } from './sign-in-as'

test('the tracker by keyboard alone: choose, take over, look, sort', async ({ page, context, baseURL }) => {
  await makeDeductions('KEYJ', 5)
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await page.goto('/deductions?code=KEYJ&sort=claim')
  const row = (number: number) => page.getByRole('link', { name: `KEYJ-${number}`, exact: true })
  // The first press may come before the page listens.
  await expect(async () => {
    await page.keyboard.press('Home')
    await expect(row(1)).toBeFocused({ timeout: 1_000 })
  }).toPass()
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await expect(row(2)).toBeFocused()
  await page.keyboard.press('x')
  await expect(page.getByRole('toolbar')).toContainText('2 selected')
  await page.keyboard.press('a')
  await expect(page.getByText('Owner changed')).toBeVisible()
  await expect(page.getByRole('row').filter({ has: row(2) })).toContainText('Lin Wei')

  await page.keyboard.press('Home')
  await page.keyboard.press('j')
  await expect(row(2)).toBeFocused()
  await page.keyboard.press('Enter')
  await page.waitForURL(/peek=/)
  await expect(page.getByRole('complementary').getByText('KEYJ-2').first()).toBeVisible()

  await tabTo(page, 'Amount')
  await page.keyboard.press('Enter')
  await page.waitForURL(/sort=amount/)
  await tabTo(page, 'Customer')
  await page.keyboard.press('Shift+ArrowRight')
  await page.waitForURL(/w=customer/)
})

test('the question mark opens the help at the place one is in', async ({ page, context, baseURL }) => {
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await page.goto('/documents')
  // The first press may come before the page listens.
  await expect(async () => {
    await page.keyboard.press('?')
    await page.waitForURL(/\/help#documents/, { timeout: 2_000 })
  }).toPass()
  await expect(page.locator('#documents')).toBeInViewport()
})

test('the place of deductions opens what its number counts', async ({ page, context, baseURL }) => {
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  const place = page.locator('a.rail-link[href="/deductions"]')
  const counted = await place.locator('b').innerText()
  await place.click()
  await page.waitForURL(/tab=open/)
  const tab = page.getByRole('navigation').locator('a[aria-current=page]').filter({ hasText: /^Open/ })
  await expect(tab.locator('b')).toHaveText(counted)
})

test('a list opened by its bare address is loaded once, and says in it what it shows', async ({ page, context, baseURL }) => {
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  const loads: string[] = []
  page.on('request', (request) => {
    const { pathname, search, searchParams } = new URL(request.url())
    if (pathname === '/deductions' && !searchParams.has('_rsc')) loads.push(`${pathname}${search}`)
  })
  await page.goto('/deductions')
  await page.waitForURL(/\/deductions\?tab=open$/)
  await expect(page.getByRole('navigation').locator('a[aria-current=page]').filter({ hasText: /^Open/ })).toBeVisible()
  expect(loads).toEqual(['/deductions'])
  await page.goto('/tasks')
  await page.waitForURL(/\/tasks\?view=/)
})

test('of all that match some are taken out again, and those that were not yet read are chosen too', async ({ page, context, baseURL }) => {
  await makeDeductions('EXCLJ', 130)
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await page.goto('/deductions?code=EXCLJ&sort=number')
  const bar = page.getByRole('toolbar')
  await expect(async () => {
    await page.getByLabel('Select all rows on this page').check()
    await expect(bar).toBeVisible({ timeout: 1_000 })
  }).toPass()
  const all = bar.getByRole('button', { name: 'Select all 130' })
  if (await all.isVisible()) await all.click()
  await expect(bar).toContainText('130 selected')
  await page.getByLabel('Select EXCLJ-2', { exact: true }).uncheck()
  await expect(bar).toContainText('129 selected')
  await page.keyboard.press('End')
  await expect(page.getByLabel('Select EXCLJ-130', { exact: true })).toBeChecked()
  await bar.getByRole('button', { name: 'Take over' }).click()
  await expect(bar).toBeHidden()
  await expect
    .poll(() => onJourneyDatabase(`select claim_number from deduction where reason_code = 'EXCLJ' and owner_id is null`))
    .toEqual([{ claim_number: 'EXCLJ-2' }])
})

test('the language is changed in the middle of a sentence, and nothing is lost', async ({ page, context, baseURL }) => {
  await makeDeductions('LANGJ', 1)
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await page.goto('/deductions?code=LANGJ')
  await page.getByRole('link', { name: 'LANGJ-1', exact: true }).click()
  await page.getByRole('link', { name: /Open claim/ }).click()
  await page.waitForURL(/\/deductions\/0/)
  const address = page.url()
  await page.getByPlaceholder('Write a comment').fill('The buyer calls back on Monday, and')
  await expect(async () => {
    await page.getByRole('button', { name: /^Language/ }).click()
    await page.getByRole('menuitem', { name: '中文' }).click({ timeout: 1_500 })
  }).toPass()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  expect(page.url()).toBe(address)
  const field = page.locator('textarea[name=body]')
  await expect(field).toHaveValue('The buyer calls back on Monday, and')
  await field.press('End')
  await field.pressSequentially(' 下周一再打电话')
  await page.getByRole('button', { name: '发表评论' }).click()
  await expect(page.getByText('The buyer calls back on Monday, and 下周一再打电话').first()).toBeVisible()
})

/** Goes on by Tab until something of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let press = 0; press < 120; press += 1) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
    if (text.replace(/\d+$/, '') === name) return
  }
  throw new Error(`nothing called ${name} takes the focus`)
}
