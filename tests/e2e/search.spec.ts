import { expect, test } from '@playwright/test'
import { LIN_WEI, signInAs } from './sign-in-as'

test('a mistyped claim number finds the claim that is meant, in the list and in the search of everything', async ({
  page,
  context,
  baseURL,
}) => {
  await signInAs(page, context, LIN_WEI, 'en', baseURL ?? '')
  await page.goto('/deductions?q=HP-881240')
  await expect(page.getByText('close to what you typed')).toBeVisible()
  await expect(page.getByRole('link', { name: 'HP-881204' })).toBeVisible()
  await page.goto('/deductions?q=881204')
  await expect(page.getByRole('link', { name: 'HP-881204' })).toBeVisible()
  await expect(page.getByText('close to what you typed')).toBeHidden()

  await page.goto('/search?q=HP-881240')
  await expect(page.getByText('close to what you typed').first()).toBeVisible()
  await page.getByRole('link', { name: 'HP-881204' }).click()
  await page.waitForURL(/\/deductions\/0/)
})
