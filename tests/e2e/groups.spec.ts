import { expect, type Page, test } from '@playwright/test'
import { LIN_WEI, signInAs } from './sign-in-as'

const WORDS = {
  en: { group: 'Group', by: 'customer', rows: /^Show the rows of/, fold: /^Fold /, filtered: (count: number) => `Filtered ${count}` },
  'zh-CN': { group: '分组', by: '客户', rows: /^展开/, fold: /^收起/, filtered: (count: number) => `筛出 ${count} 行` },
} as const

/** The amounts in some cells, in minor units per currency sign. */
async function sumOf(page: Page, cells: string): Promise<Map<string, number>> {
  const sums = new Map<string, number>()
  for (const text of await page.locator(cells).allInnerTexts())
    for (const [, sign = '', digits = ''] of text.matchAll(/([^\d\s,.·]*)([\d,]+\.\d{2})/g))
      sums.set(sign, (sums.get(sign) ?? 0) + Number(digits.replace(/[,.]/g, '')))
  return sums
}

for (const [locale, words] of Object.entries(WORDS)) {
  test(`deductions are grouped by customer, subtotals tie out, a group opens to its rows (${locale})`, async ({
    page,
    context,
    baseURL,
  }) => {
    await signInAs(page, context, LIN_WEI, locale as keyof typeof WORDS, baseURL ?? '')
    await page.goto('/deductions?tab=open&currency=USD')
    await expect(async () => {
      await page.getByText(words.group, { exact: true }).first().click()
      await page.getByRole('radio', { name: words.by, exact: true }).click({ timeout: 1_000 })
    }).toPass()
    await page.waitForURL(/group=customer/)
    await expect(page.locator('tfoot td').nth(1)).toBeVisible()

    // The groups add up to the foot, to the cent and to the row.
    expect([...(await sumOf(page, 'tbody > tr:not(.below) > td[data-column=amount]'))]).toEqual([
      ...(await sumOf(page, 'tfoot td:nth-child(3)')),
    ])
    const counts = await page.locator('tbody > tr:not(.below) > td[data-column=count]').allInnerTexts()
    const total = await page.locator('tfoot td:nth-child(2)').innerText()
    expect(counts.reduce((sum, count) => sum + Number(count.replace(/,/g, '')), 0)).toBe(Number(total.replace(/,/g, '')))

    // The group with the fewest rows shows all of them below its subtotal.
    const least = counts.map((count, at) => ({ count: Number(count.replace(/,/g, '')), at })).sort((a, b) => a.count - b.count)[0]
    const head = page.locator('tbody > tr:not(.below)').nth(least?.at ?? 0)
    const subtotal = await head.locator('td[data-column=amount]').innerText()
    await head.getByRole('link', { name: words.rows }).click()
    await page.waitForURL(/open=/)
    await expect(page.locator('tr.below tbody tr')).toHaveCount(Math.min(20, least?.count ?? 0))
    await expect(page.getByRole('link', { name: words.fold })).toBeVisible()
    if ((least?.count ?? 0) <= 20) {
      const rows = [...(await sumOf(page, 'tr.below td[data-column=amount]')).values()]
      expect(rows).toEqual([Number(subtotal.replace(/[^\d]/g, ''))])
    }
    await page
      .locator('tbody > tr:not(.below)')
      .nth(least?.at ?? 0)
      .locator('td[data-column=group] a')
      .last()
      .click()
    await page.waitForURL((url) => url.searchParams.has('customer') && !url.searchParams.has('group'))
    await expect(page.getByText(words.filtered(least?.count ?? 0), { exact: true })).toBeVisible()
  })
}
