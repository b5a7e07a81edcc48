import { expect, type Page, test } from '@playwright/test'
import { onJourneyDatabase } from './journey-database'
import { LIN_WEI, signInAs } from './sign-in-as'

const DANA_REYES = 'dana.reyes@meridian.example'
// A picture that no machine reads: a photo of the signed paper. Each journey sends its own.
const photo = (mark: number) => Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, mark])

type Words = {
  locale: 'en' | 'zh-CN'
  at: number
  askWarehouse: RegExp
  asked: RegExp
  papers: string
  arrived: string
  done: string
}

const ENGLISH: Words = {
  locale: 'en',
  at: 1,
  askWarehouse: /^Ask Warehouse for: Bill of lading$/,
  asked: /asked Warehouse/,
  papers: 'Papers',
  arrived: 'arrived',
  done: 'Done',
}
const CHINESE: Words = {
  locale: 'zh-CN',
  at: 2,
  askWarehouse: /^向仓库索取：提单$/,
  asked: /已向仓库索取/,
  papers: '文件',
  arrived: '已到达',
  done: '已完成',
}

test('no request of the demo company is late before it was asked', async () => {
  const [asked] = await onJourneyDatabase<{ late: number; impossible: number }>(
    `select count(*) filter (where due_at < now())::int as late, count(*) filter (where due_at < created_at)::int as impossible
      from task where created_by is not null`,
  )
  expect(asked?.late).toBeGreaterThan(0)
  expect(asked?.impossible).toBe(0)
})

for (const words of [ENGLISH, CHINESE])
  test(`a warehouse colleague answers a request for a paper (${words.locale})`, async ({ page, context, baseURL }) => {
    await signInAs(page, context, LIN_WEI, words.locale, baseURL ?? '')
    const claim = await findClaimWithout(page, words)
    await expect(page.locator('#evidence')).toContainText(words.asked)

    await context.clearCookies()
    await signInAs(page, context, DANA_REYES, words.locale, baseURL ?? '')
    await page.goto('/tasks')
    await page.locator('main table tbody a').filter({ hasText: claim.name }).first().click()
    await page.waitForURL(/peek=/)
    await page.locator('aside a[href^="/tasks/"]').last().click()
    await page.waitForURL(/\/tasks\/[0-9a-f-]{36}/)
    const request = page.url()
    await expect(async () => {
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: `photo-${words.at}.png`, mimeType: 'image/png', buffer: photo(words.at) })
      await expect(
        page
          .locator('.drop-list, dl.facts')
          .getByText(new RegExp(`${words.arrived}|${words.done}`))
          .first(),
      ).toBeVisible({ timeout: 30_000 })
    }).toPass({ timeout: 60_000 })
    await page.goto(request)
    await expect(page.locator('dl.facts')).toContainText(words.done)
    await expect(page.locator('main')).toContainText(`photo-${words.at}.png`)

    await page.goto(claim.href)
    const papers = page.locator('#papers')
    await expect(papers).toContainText(words.papers)
    await expect(papers.getByRole('link', { name: `photo-${words.at}.png` })).toBeVisible()
    await expect(page.locator('#evidence')).not.toContainText(words.asked)
  })

/** Opens claims until one lacks a paper that the warehouse has, and asks for it as the specialist does. */
async function findClaimWithout(page: Page, words: Words): Promise<{ href: string; name: string }> {
  await page.goto('/deductions?evidence=missing&category=shortage,damage,substitution&sort=number&direction=desc&limit=60')
  const links = page.locator('main table tbody a[href*="peek="]')
  await expect(links.first()).toBeVisible()
  const hrefs = await links.evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''))
  for (const href of hrefs) {
    const id = /peek=([0-9a-f-]{36})/.exec(href)?.[1] ?? ''
    await page.goto(`/deductions/${id}`)
    // The page shows its parts as they arrive: without the evidence there is no button to count.
    await expect(page.locator('#evidence')).toBeVisible()
    const button = page.getByRole('button', { name: words.askWarehouse })
    if ((await button.count()) === 0) continue
    // Pressed again when the page was not ready yet.
    await expect(async () => {
      if (await button.isVisible()) await button.click()
      await expect(page.locator('#evidence')).toContainText(words.asked, { timeout: 5_000 })
    }).toPass({ timeout: 40_000 })
    const name = (await page.locator('h1').innerText()).split(/\s/)[0] ?? ''
    return { href: page.url(), name }
  }
  throw new Error('no claim lacks a paper that the warehouse has')
}
