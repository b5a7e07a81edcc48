import { expect, type Page, test } from '@playwright/test'
import { makeDeductions, onJourneyDatabase } from './journey-database'
import { LIN_WEI, signInAs } from './sign-in-as'

test('owner and root cause are changed in the cell by keys, taken back, and a cell that changed meanwhile loses no choice', async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(120_000)
  await makeDeductions('EDITJ', 3)
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await page.goto('/deductions?code=EDITJ&sort=claim&hide=taken')
  const row = (number: number) => page.getByRole('row').filter({ has: page.getByRole('link', { name: `EDITJ-${number}`, exact: true }) })
  const owner = page.getByRole('combobox', { name: 'Owner of EDITJ-1' })

  // F2 on the row opens its first cell; Escape leaves it as it was; Enter writes and goes down.
  await expect(async () => {
    await page.keyboard.press('Home')
    await page.keyboard.press('F2')
    await expect(owner).toBeFocused({ timeout: 1_000 })
  }).toPass()
  await owner.selectOption({ label: 'Lin Wei' })
  await page.keyboard.press('Escape')
  await expect(row(1)).toContainText('nobody')
  await page.keyboard.press('F2')
  await owner.selectOption({ label: 'Lin Wei' })
  await page.keyboard.press('Enter')
  await expect(row(1)).toContainText('Lin Wei')
  await expect(page.getByText('Owner of EDITJ-1 changed')).toBeVisible()
  await expect(row(2).locator('td[data-column=owner]')).toHaveAttribute('data-edges', /./)

  // Tab writes and goes on to the cause beside; the letter that begins is the choice, and no shortcut.
  await page.keyboard.press('l')
  await expect(page.getByRole('combobox', { name: 'Owner of EDITJ-2' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(row(2).locator('td[data-column=cause]')).toHaveAttribute('data-edges', /./)
  await expect(row(2).locator('td[data-column=owner]')).toHaveText('Lin Wei')
  await page.keyboard.press('F2')
  const cause = page.getByRole('combobox', { name: 'Root cause of EDITJ-2' })
  await expect(cause).toBeFocused()
  await cause.selectOption({ index: 1 })
  await page.keyboard.press('Enter')
  await expect(page.getByText('Root cause of EDITJ-2 changed')).toBeVisible()
  await undo(page, 'Root cause of EDITJ-2 changed')
  await expect.poll(() => causeOf('EDITJ-2')).toBeNull()

  // Somebody else is faster: what is different is said at the cell, the choice stays, and Enter writes it over.
  await row(3).locator('td[data-column=owner]').dblclick()
  const third = page.getByRole('combobox', { name: 'Owner of EDITJ-3' })
  await onJourneyDatabase(
    `update deduction set version = version + 1, owner_id = (select id from app_user where email = 'helena.stroud@meridian.example') where claim_number = 'EDITJ-3'`,
  )
  await third.selectOption({ label: 'Lin Wei' })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'nobody → Helena Stroud' })).toBeVisible()
  await expect(third.locator('option:checked')).toHaveText('Lin Wei')
  await page.keyboard.press('Enter')
  await expect(third).toBeHidden()
  await expect(row(3)).toContainText('Lin Wei')
})

async function undo(page: Page, said: string): Promise<void> {
  await page.locator('[data-sonner-toast]').filter({ hasText: said }).getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('[data-sonner-toast]').getByText('Taken back').first()).toBeVisible()
}

async function causeOf(claim: string): Promise<string | null | undefined> {
  const [found] = await onJourneyDatabase<{ cause: string | null }>('select cause_key as cause from deduction where claim_number = $1', [
    claim,
  ])
  return found?.cause
}
