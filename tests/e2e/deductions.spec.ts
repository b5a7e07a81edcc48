import { expect, type Page, test } from '@playwright/test'
import { openFoundDeduction } from './found-deduction'
import { LIN_WEI, signInAs } from './sign-in-as'
import { uploadRemittance } from './upload-remittance'

test('a decision on a deduction that changed meanwhile shows what is different and loses no typing', async ({ page, context, baseURL }) => {
  test.setTimeout(180_000)
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await uploadRemittance(page, 'HP-STALE-1', '9900061')
  await openFoundDeduction(page, 'HP-STALE-1')
  await fillIn(page, 'invalid', 'The carrier confirmed the count.')

  const other = await context.newPage()
  await other.goto(page.url())
  await fillIn(other, 'valid', 'We agreed with the buyer.')
  await save(other)
  await expect(other.getByRole('dialog')).toBeHidden()

  const dialog = page.getByRole('dialog')
  await save(page)
  await expect(dialog.getByRole('alert')).toContainText('This changed since you opened it')
  await expect(dialog.getByRole('status')).toContainText(/Verdict: \w+ → Valid/)
  await expect(dialog.getByLabel('Reason')).toHaveValue('The carrier confirmed the count.')
  await save(page)
  await expect(dialog).toBeHidden()
  await expect(page.getByText('The carrier confirmed the count.').first()).toBeVisible()
})

async function fillIn(page: Page, verdict: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: 'Change verdict' }).click()
  await page.getByRole('dialog').getByLabel('Verdict').selectOption(verdict)
  // What is owed has a cause of ours; an error of the customer, which the evidence named, is not offered.
  const cause = page.getByRole('dialog').getByLabel('Root cause')
  if (verdict === 'valid') {
    await expect(cause).toHaveValue('')
    await cause.selectOption({ index: 1 })
  }
  await page.getByRole('dialog').getByLabel('Reason').fill(reason)
}

async function save(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
}
