import { expect, test } from '@playwright/test'
import { makeDeductions, onJourneyDatabase } from './journey-database'
import { LIN_WEI, signInAs } from './sign-in-as'

const WORDS = {
  en: {
    owner: (name: string) => `Owner of ${name}`,
    due: (name: string) => `Due day of ${name}`,
    saved: (name: string) => `Owner of ${name} changed`,
    undo: 'Undo',
    back: 'Taken back',
    giveTo: 'Give to …',
    given: '2 requests given',
    remind: 'Remind',
    reminded: /^2 requests called to mind/,
    close: 'Close',
    closed: '2 requests closed',
  },
  'zh-CN': {
    owner: (name: string) => `${name} 的经办人`,
    due: (name: string) => `${name} 的截止日`,
    saved: (name: string) => `已更换 ${name} 的经办人`,
    undo: '撤销',
    back: '已撤销',
    giveTo: '指派给…',
    given: '已指派 2 项请求',
    remind: '催办',
    reminded: /^已催办 2 项请求/,
    close: '关闭',
    closed: '已关闭 2 项请求',
  },
} as const

for (const [locale, words] of Object.entries(WORDS)) {
  test(`requests are given to a person and dated in the cell, taken back, reminded and closed together (${locale})`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.setTimeout(120_000)
    const code = `ASK${locale.slice(0, 2).toUpperCase()}${test.info().retry}`
    await makeDeductions(code, 2)
    await onJourneyDatabase(
      `insert into task (kind, subject_kind, subject_id, customer_id, team, title)
       select 'question', 'deduction', id, customer_id, 'logistics', 'Where is ' || claim_number from deduction where claim_number like '${code}-%'`,
    )
    await signInAs(page, context, LIN_WEI, locale as keyof typeof WORDS, baseURL ?? '')
    await page.goto(`/tasks?view=all&q=${encodeURIComponent(`Where is ${code}`)}&sort=title`)
    const name = `Where is ${code}-1`
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })
    const owner = page.getByRole('combobox', { name: words.owner(name), exact: true })
    await expect(async () => {
      await row.locator('td[data-column=owner]').dblclick()
      await expect(owner).toBeFocused({ timeout: 1_000 })
    }).toPass()
    await owner.selectOption({ label: 'Wang Xin' })
    await page.keyboard.press('Enter')
    await expect(row.locator('td[data-column=owner]')).toHaveText('Wang Xin')
    const toast = page.locator('[data-sonner-toast]').filter({ hasText: words.saved(name) })
    await toast.getByRole('button', { name: words.undo }).click()
    await expect(page.getByText(words.back, { exact: true }).first()).toBeVisible()
    await expect(row.locator('td[data-column=owner]')).toHaveText('–')

    // Somebody else is faster: what is different is said at the cell.
    await row.locator('td[data-column=due]').dblclick()
    const due = page.getByLabel(words.due(name), { exact: true })
    await onJourneyDatabase(`update task set version = version + 1, due_at = now() + interval '9 days' where title = '${name}'`)
    await due.fill('2027-03-31')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert').filter({ hasText: '→' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(due).toBeHidden()
    await expect.poll(() => dueOf(name)).toBe('2027-03-31')

    const bar = page.getByRole('toolbar')
    const owners = page.locator('td[data-column=owner]')
    await page.getByRole('checkbox').first().check()
    await bar.getByRole('button', { name: words.giveTo, exact: true }).click()
    await page.getByRole('menuitem', { name: 'Wang Xin' }).click()
    await expect(owners).toHaveText(['Wang Xin', 'Wang Xin'])
    const given = page.locator('[data-sonner-toast]').filter({ hasText: words.given })
    await given.getByRole('button', { name: words.undo }).click()
    await expect(owners).toHaveText(['–', '–'])

    await page.getByRole('checkbox').first().check()
    await bar.getByRole('button', { name: words.remind, exact: true }).click()
    await expect(page.getByText(words.reminded)).toBeVisible()
    await page.getByRole('checkbox').first().check()
    await bar.getByRole('button', { name: words.close, exact: true }).click()
    await expect(page.getByText(words.closed, { exact: true })).toBeVisible()
    await expect(row).toBeHidden()
  })
}

async function dueOf(title: string): Promise<string | null | undefined> {
  const [found] = await onJourneyDatabase<{ due: string | null }>(
    `select to_char(due_at, 'YYYY-MM-DD') as due from task where title = $1`,
    [title],
  )
  return found?.due
}
