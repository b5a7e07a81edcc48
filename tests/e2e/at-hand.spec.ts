import { expect, type Page, test } from '@playwright/test'
import { makeDeductions, onJourneyDatabase } from './journey-database'
import { LIN_WEI, signInAs } from './sign-in-as'

for (const { locale, code, write, question, stay, leave } of [
  { locale: 'en', code: 'KEEPJ', write: 'Write a comment', question: 'Leave what you typed?', stay: 'Stay', leave: 'Leave without saving' },
  { locale: 'zh-CN', code: 'KEEPZ', write: '写评论', question: '放弃已输入的内容？', stay: '留下', leave: '不保存并离开' },
] as const)
  test(`what was typed is not lost by a link, by going back, or by a dialog that closes (${locale})`, async ({
    page,
    context,
    baseURL,
  }) => {
    await makeDeductions(code, 2)
    await signInAs(page, context, LIN_WEI, locale, baseURL ?? '')
    await openDeduction(page, code, 1)
    const address = page.url()
    const field = page.getByPlaceholder(write)
    await field.fill('The buyer calls back on Monday')
    const asked = page.getByRole('alertdialog', { name: question })
    await page.locator('a.rail-link[href="/tasks"]').click()
    await asked.getByRole('button', { name: stay, exact: true }).click()
    expect(page.url()).toBe(address)
    await expect(field).toBeFocused()
    await page.evaluate(() => window.history.back())
    await asked.getByRole('button', { name: stay, exact: true }).click()
    expect(page.url()).toBe(address)
    await expect(field).toHaveValue('The buyer calls back on Monday')

    await page.locator('a.rail-link[href="/tasks"]').click()
    await asked.getByRole('button', { name: leave, exact: true }).click()
    await page.waitForURL(/\/tasks/)
    await expect(asked).toBeHidden()

    // Nothing is asked where nothing was typed.
    await page.locator('a.rail-link[href="/disputes"]').click()
    await page.waitForURL(/\/disputes/)

    await page.goto('/deductions')
    const dialog = page.getByRole('dialog').filter({ has: page.locator('form') })
    await expect(async () => {
      await page.getByRole('button', { name: locale === 'en' ? 'Add by hand' : '手工录入' }).click()
      await expect(dialog).toBeVisible({ timeout: 1_000 })
    }).toPass()
    await dialog.locator('input[type=text]').first().fill('HAND-9')
    await page.keyboard.press('Escape')
    await asked.getByRole('button', { name: stay, exact: true }).click()
    await expect(dialog.locator('input[type=text]').first()).toHaveValue('HAND-9')
    await page.keyboard.press('Escape')
    await asked.getByRole('button', { name: leave, exact: true }).click()
    await expect(dialog).toBeHidden()
  })

test('a record is kept at hand, stands in the rail and in the palette, and is let go', async ({ page, context, baseURL }) => {
  await makeDeductions('PINJ', 1)
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await openDeduction(page, 'PINJ', 1)
  const path = new URL(page.url()).pathname
  const pin = page.getByRole('button', { name: 'Keep at hand' })
  await pin.click()
  await expect(pin).toHaveAttribute('aria-pressed', 'true')
  await page.goto('/tasks')
  const rail = page.getByRole('navigation', { name: 'Menu' }).getByRole('group', { name: 'Pinned' })
  await expect(rail.locator(`a[href="${path}"]`)).toHaveText('PINJ-1')
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('PINJ-1', { timeout: 1_000 })
  }).toPass()
  await page.getByRole('group', { name: 'Kept at hand' }).getByRole('option').first().click()
  await page.waitForURL(`**${path}`)
  await pin.click()
  await expect(pin).toHaveAttribute('aria-pressed', 'false')
  await expect(rail.locator(`a[href="${path}"]`)).toBeHidden()
})

test('the list finds while one types; Ctrl F goes there and the arrow into the rows', async ({ page, context, baseURL }) => {
  await makeDeductions('FINDJ', 12)
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await page.goto('/deductions?code=FINDJ&sort=claim')
  const box = page.getByRole('search', { name: 'Search', exact: true }).getByRole('searchbox')
  await expect(async () => {
    await page.keyboard.press('Control+f')
    await expect(box).toBeFocused({ timeout: 1_000 })
  }).toPass()
  await page.keyboard.type('findj 11')
  await page.waitForURL(/q=findj/)
  await expect(page.getByRole('link', { name: 'FINDJ-11', exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'FINDJ-2', exact: true })).toBeHidden()
  await expect(box).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: 'FINDJ-11', exact: true })).toBeFocused()
  await page.reload()
  await expect(box).toHaveValue('findj 11')
  await expect(page.getByRole('link', { name: 'FINDJ-2', exact: true })).toBeHidden()
  await expect(async () => {
    await page.keyboard.press('Control+f')
    await expect(box).toBeFocused({ timeout: 1_000 })
  }).toPass()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('link', { name: 'FINDJ-2', exact: true })).toBeVisible()
  await expect(box).toHaveValue('')
})

test('Ctrl Z takes the last act in the list back, and one before it', async ({ page, context, baseURL }) => {
  await makeDeductions('BACKJ', 3)
  const owners = () =>
    onJourneyDatabase(`select d.claim_number as claim, u.name from deduction d left join app_user u on u.id = d.owner_id
      where d.reason_code = 'BACKJ' order by 1`)
  const before = await owners()
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await page.goto('/deductions?code=BACKJ&sort=claim')
  const row = (number: number) => page.getByRole('link', { name: `BACKJ-${number}`, exact: true })
  await expect(async () => {
    await page.keyboard.press('Home')
    await expect(row(1)).toBeFocused({ timeout: 1_000 })
  }).toPass()
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('a')
  await expect(page.getByRole('row').filter({ has: row(2) })).toContainText('Lin Wei')
  await expect(page.getByRole('toolbar', { name: 'Last step' })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect.poll(owners).toEqual(before)
})

test('an @ offers colleagues by name, and writes who is meant', async ({ page, context, baseURL }) => {
  await makeDeductions('NAMEJ', 1)
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await openDeduction(page, 'NAMEJ', 1)
  const field = page.getByPlaceholder('Write a comment')
  await field.click()
  await page.keyboard.type('Please look, @wan')
  await expect(page.getByRole('option', { name: /Wang Xin/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('Please look, @wang.xin ')
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(page.locator('b', { hasText: '@wang.xin' })).toBeVisible()
  await expect
    .poll(() =>
      onJourneyDatabase(`select u.email from comment c join app_user u on u.id = any(c.mentions) where c.body like 'Please look%'`),
    )
    .toEqual([{ email: 'wang.xin@meridian.example' }])
})

async function openDeduction(page: Page, code: string, number: number): Promise<void> {
  await page.goto(`/deductions?code=${code}`)
  await page.getByRole('link', { name: `${code}-${number}`, exact: true }).click()
  await page.locator('aside a[href^="/deductions/0"]').first().click()
  await page.waitForURL(/\/deductions\/0/)
}
