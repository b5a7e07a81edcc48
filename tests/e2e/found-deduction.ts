import { expect, type Page } from '@playwright/test'

/** Waits for the tracker's row of a claim: the worker compares and judges after an import, a person presses reload until it is there. */
export async function findDeduction(page: Page, claim: string): Promise<void> {
  await expect(async () => {
    await page.goto(`/deductions?tab=all&q=${claim}`)
    await expect(page.locator('tbody').getByRole('link', { name: claim })).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 90_000 })
}

/** Opens the page of a claim's deduction, through its row and the peek beside it. */
export async function openFoundDeduction(page: Page, claim: string): Promise<void> {
  await findDeduction(page, claim)
  await page.locator('tbody').getByRole('link', { name: claim }).click()
  await page.locator('aside a[href^="/deductions/"]').first().click()
  await page.waitForURL(/\/deductions\/[0-9a-f-]{36}/)
}
