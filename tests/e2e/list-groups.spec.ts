import { expect, test } from '@playwright/test'
import { LIN_WEI, signInAs } from './sign-in-as'

const WORDS = {
  en: {
    counts: 'Counts',
    answer: "Customer's answer",
    group: 'Group',
    by: 'customer',
    unfold: /^Show the rows of/,
    filtered: (count: string) => `Filtered ${count}`,
  },
  'zh-CN': {
    counts: '分类计数',
    answer: '客户答复',
    group: '分组',
    by: '客户',
    unfold: /^展开/,
    filtered: (count: string) => `筛出 ${count} 行`,
  },
} as const

for (const [locale, words] of Object.entries(WORDS)) {
  test(`invoices are narrowed by a counted value, grouped, and a group leads to its rows (${locale})`, async ({
    page,
    context,
    baseURL,
  }) => {
    await signInAs(page, context, LIN_WEI, locale as keyof typeof WORDS, baseURL ?? '')
    await page.goto('/invoices')
    const facet = page.getByRole('group', { name: words.answer, exact: true })
    await expect(async () => {
      await page.getByText(words.counts, { exact: true }).click()
      await expect(facet).toBeVisible({ timeout: 1_000 })
    }).toPass()
    const value = facet.getByRole('listitem').first()
    const count = Number((await value.locator('.q').innerText()).replace(/,/g, ''))
    await value.getByRole('checkbox').check()
    await page.waitForURL(/answer=/)
    await page.keyboard.press('Escape')
    await expect(page.getByText(words.filtered(String(count)), { exact: true })).toBeVisible()

    await page.getByText(words.group, { exact: true }).click()
    await page.getByRole('radio', { name: words.by, exact: true }).click()
    await page.waitForURL(/group=customer/)
    const rows = page.locator('tbody > tr:not(.below)')
    await expect(page.locator('tfoot td').nth(1)).toHaveText(String(count))
    const counts = await rows.locator('td[data-column=count]').allInnerTexts()
    expect(counts.reduce((sum, text) => sum + Number(text), 0)).toBe(count)

    await page.getByRole('link', { name: words.unfold }).first().click()
    await page.waitForURL(/open=/)
    const least = Math.min(20, Number(counts[0]))
    await expect(page.locator('tr.below tbody tr')).toHaveCount(least)
    await rows.first().locator('td[data-column=group] a').last().click()
    await page.waitForURL((url) => url.searchParams.has('customer') && !url.searchParams.has('group'))
    await expect(page.getByText(words.filtered(counts[0] ?? ''), { exact: true })).toBeVisible()
  })
}
