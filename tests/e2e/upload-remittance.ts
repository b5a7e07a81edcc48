import type { Page } from '@playwright/test'
import { freshRemittance } from './fresh-remittance'
import { uploadFile } from './upload-file'

/** Uploads a remittance that withholds one claim of so many cents, as a person does in English; answers the address of its import. */
export async function uploadRemittance(page: Page, claim: string, payment: string, claimed = 14_900): Promise<string> {
  return uploadFile(page, {
    name: `${claim.toLowerCase()}.edi`,
    mimeType: 'application/edi-x12',
    buffer: freshRemittance(claim, payment, claimed),
  })
}
