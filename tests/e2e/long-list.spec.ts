import { expect, test } from '@playwright/test'
import { makeDeductions } from './journey-database'
import { LIN_WEI, signInAs } from './sign-in-as'

const COUNT = 1_500

test('a list of 1,500 is read on to its last row, few of them drawn, and going back finds the same place', async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(120_000)
  await makeDeductions('LONGJ', COUNT)
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await page.goto('/deductions?code=LONGJ&sort=number')
  const table = page.getByRole('table', { name: 'Deductions' })
  await expect(table).toHaveAttribute('aria-rowcount', String(COUNT + 1))
  const claim = (number: number) => table.getByRole('link', { name: `LONGJ-${number}`, exact: true })
  const rows = table.locator('tbody tr[data-row]')

  // By the wheel: what comes next is there before it is reached.
  await expect(page.locator('.stat')).toContainText(`of ${COUNT.toLocaleString('en')}`)
  await page.locator('.grid-scroll').hover()
  const widths = () =>
    table.locator('thead th:not(.clip)').evaluateAll((headers) => headers.map((one) => one.getBoundingClientRect().width))
  await expect(async () => {
    await page.mouse.wheel(0, 8_000)
    await expect(claim(COUNT)).toBeVisible({ timeout: 400 })
  }).toPass({ timeout: 60_000 })
  const atTheEnd = await widths()
  expect(await rows.count()).toBeLessThan(150)
  await expect(rows.last()).toHaveAttribute('aria-rowindex', String(COUNT + 1))

  // By the keys: to the ends, by screens and by rows, always with the focus on the row. No column gets narrower where wide ones left.
  await page.keyboard.press('Home')
  await expect(claim(1)).toBeFocused()
  expect((await widths()).filter((width, at) => width < (atTheEnd[at] ?? 0) - 1)).toEqual([])
  await page.keyboard.press('j')
  await expect(claim(2)).toBeFocused()
  await page.keyboard.press('PageDown')
  await expect(claim(2)).not.toBeFocused()
  await page.reload()
  await expect(async () => {
    await page.keyboard.press('End')
    await expect(claim(COUNT)).toBeFocused({ timeout: 2_000 })
  }).toPass()
  await page.keyboard.press('k')
  await expect(claim(COUNT - 1)).toBeFocused()
  // Keys pressed one after the other, faster than the ends are fetched, are followed in their order.
  for (const key of ['Home', 'j', 'j', 'End', 'k']) await page.keyboard.press(key)
  await expect(claim(COUNT - 1)).toBeFocused()
  await page.keyboard.press('x')
  await expect(page.getByRole('toolbar')).toContainText('1 selected')

  // Cells chosen across rows that are no longer drawn are all copied.
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.keyboard.press('Shift+ArrowUp')
  for (let press = 0; press < 120; press += 1) await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('Control+c')
  await expect.poll(() => page.evaluate(async () => (await navigator.clipboard.readText()).split('\r\n').length)).toBe(122)
  await page.keyboard.press('Escape')

  // The peek knows its place in the whole list; what was left is found again.
  await claim(COUNT - 121).click()
  await expect(page.getByRole('complementary')).toContainText(`${(COUNT - 121).toLocaleString('en')} of ${COUNT.toLocaleString('en')}`)
  await page.getByRole('link', { name: /Open claim/ }).click()
  await page.waitForURL(/\/deductions\/0/)
  await page.goBack()
  await expect(claim(COUNT - 121)).toBeInViewport()
})

test('what the server sends of a long list has pages of its own', async ({ page, context, baseURL }) => {
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  const textOf = async (address: string) => (await page.request.get(address)).text()
  const first = await textOf('/deductions?tab=all&limit=50&sort=claim')
  const next = first.match(/href="([^"]+)"[^>]*rel="next"|rel="next"[^>]*href="([^"]+)"/)
  const second = await textOf((next?.[1] ?? next?.[2] ?? '').replaceAll('&amp;', '&'))
  expect(first).toContain('aria-rowindex="2"')
  expect(second).toContain('aria-rowindex="52"')
  expect(second).not.toContain('aria-rowindex="2"')
  expect(second).toContain('rel="prev"')
})
