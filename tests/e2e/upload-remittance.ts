import { expect, type Page } from '@playwright/test'
import { freshRemittance } from './fresh-remittance'

/** Uploads a remittance that withholds one claim of so many cents, as a person does in English; answers the address of its import. */
export async function uploadRemittance(page: Page, claim: string, payment: string, claimed = 14_900): Promise<string> {
  const name = `${claim.toLowerCase()}.edi`
  await page.goto('/imports')
  await page.getByRole('button', { name: 'Upload files' }).first().click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/edi-x12', buffer: freshRemittance(claim, payment, claimed) })
  const link = page.getByRole('dialog').getByRole('link', { name })
  await expect(link).toBeVisible({ timeout: 60_000 })
  return (await link.getAttribute('href')) ?? ''
}
