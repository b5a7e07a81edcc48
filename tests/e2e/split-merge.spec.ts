import { expect, type Locator, type Page, test } from '@playwright/test'
import { makeDeductions, onJourneyDatabase } from './journey-database'
import { LIN_WEI, signInAs } from './sign-in-as'

const WORDS = {
  en: {
    divide: 'Divide',
    category: (part: number) => `Category of part ${part}`,
    amount: (part: number) => `Amount of part ${part}`,
    more: 'One more part',
    reason: 'Reason',
    rest: 'What stays, and the sum',
    tooMuch: 'The parts must stay below the',
    refused: 'With the other parts this is all that is open, or more.',
    parts: 'What was taken and its parts',
    part: (number: number) => `Part ${number}`,
    partOf: 'A part of',
    money: (amount: string) => `$${amount}`,
    undo: 'Take it back',
    alone: 'It stands alone',
    merge: 'Put together',
    other: 'Which one tells of the same event',
    merged: 'was put into it',
  },
  'zh-CN': {
    divide: '拆分',
    category: (part: number) => `第 ${part} 部分的类别`,
    amount: (part: number) => `第 ${part} 部分的金额`,
    more: '再加一部分',
    reason: '理由',
    rest: '留下的部分与合计',
    tooMuch: '各部分合计必须小于未结的',
    refused: '与其他部分合计，已达到或超过未结金额。',
    parts: '原扣款及其各部分',
    part: (number: number) => `第 ${number} 部分`,
    partOf: '拆分自',
    money: (amount: string) => `US$${amount}`,
    undo: '撤销',
    alone: '独立的一笔',
    merge: '合并',
    other: '哪一笔说的是同一件事',
    merged: '已并入',
  },
} as const

for (const locale of ['en', 'zh-CN'] as const) {
  const words = WORDS[locale]
  const name = locale === 'en' ? 'SPLITEN' : 'SPLITZH'

  test(`in ${locale} a deduction is divided in three to the cent, a wrong sum is refused at its field, and it is put back whole`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.setTimeout(120_000)
    await makeDeductions(name, 1)
    await signInAs(page, context, LIN_WEI, locale, baseURL ?? '')
    await openDeduction(page, `${name}-1`)
    const dialog = await openDialog(page, words.divide)
    const rest = dialog.getByRole('table', { name: words.rest })
    await dialog.getByLabel(words.category(1)).selectOption('price')
    await dialog.getByLabel(words.amount(1)).fill('33.33')
    await dialog.getByRole('button', { name: words.more }).click()
    await dialog.getByLabel(words.category(2)).selectOption('tax')
    await dialog.getByLabel(words.amount(2)).fill('66.67')
    await dialog.getByLabel(words.reason).fill('three matters in one sum')
    await expect(dialog.getByText(words.tooMuch)).toBeVisible()

    await dialog.getByRole('button', { name: words.divide, exact: true }).click()
    await expect(dialog.getByText(words.refused)).toBeVisible()
    await expect(dialog.getByLabel(words.amount(2))).toBeFocused()
    await expect(dialog.getByLabel(words.reason)).toHaveValue('three matters in one sum')

    await dialog.getByLabel(words.amount(2)).fill('33,33')
    await expect(rest).toContainText(words.money('33.34'))
    await dialog.getByRole('button', { name: words.divide, exact: true }).click()
    await expect(dialog).toBeHidden()

    const parts = page.getByRole('table', { name: words.parts })
    await expect(parts.getByRole('row')).toHaveCount(4)
    for (const [at, amount] of ['33.34', '33.33', '33.33', '100.00'].entries())
      await expect(parts.getByRole('row').nth(at)).toContainText(words.money(amount))
    await parts.getByRole('link', { name: words.part(1) }).click()
    await expect(page.locator('#lineage')).toContainText(words.partOf)
    await page
      .locator('#lineage')
      .getByRole('link', { name: `${name}-1` })
      .click()
    await expect(parts).toBeVisible()

    await press(page.locator('#lineage').getByRole('button', { name: words.undo }))
    await expect(page.locator('#lineage')).toContainText(words.alone)
    expect(await amountsOf(name)).toEqual(['10000'])
  })

  test(`in ${locale} two that tell of one event are put together and brought apart again`, async ({ page, context, baseURL }) => {
    test.setTimeout(120_000)
    const pair = `${name}M`
    await makeDeductions(pair, 2)
    for (const table of ['manual_entry', 'deduction'])
      await onJourneyDatabase(`update ${table} set invoice_number = $2, invoice_key = $2 where claim_number like $1`, [`${pair}-%`, pair])
    await signInAs(page, context, LIN_WEI, locale, baseURL ?? '')
    await openDeduction(page, `${pair}-1`)
    const dialog = await openDialog(page, words.merge)
    await expect(dialog.getByLabel(words.other).locator('option:checked')).toContainText(`${pair}-2`)
    await dialog.getByLabel(words.reason).fill('the letter and the portal tell of one event')
    await dialog.getByRole('button', { name: words.merge, exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(page.locator('#lineage')).toContainText(words.merged)
    expect(await amountsOf(pair)).toEqual(['10000'])

    await press(page.locator('#lineage').getByRole('button', { name: words.undo }))
    await expect(page.locator('#lineage')).toContainText(words.alone)
    expect(await amountsOf(pair)).toEqual(['10000', '10000'])
  })
}

async function openDeduction(page: Page, claim: string): Promise<void> {
  const [found] = await onJourneyDatabase<{ id: string }>('select id::text from deduction where claim_number = $1', [claim])
  await page.goto(`/deductions/${found?.id}`)
}

/** Presses again as long as the page was not alive yet. */
async function openDialog(page: Page, button: string): Promise<Locator> {
  const dialog = page.getByRole('dialog')
  await expect(async () => {
    await page.locator('#lineage').getByRole('button', { name: button, exact: true }).click()
    await expect(dialog).toBeVisible({ timeout: 1_000 })
  }).toPass()
  return dialog
}

async function press(button: Locator): Promise<void> {
  await expect(async () => {
    if ((await button.count()) > 0) await button.click({ timeout: 1_000 })
    await expect(button).toBeHidden({ timeout: 3_000 })
  }).toPass()
}

async function amountsOf(prefix: string): Promise<string[]> {
  const rows = await onJourneyDatabase<{ amount: string }>(
    'select amount_minor::text as amount from deduction where reason_code = $1 order by number',
    [prefix],
  )
  return rows.map(({ amount }) => amount)
}
