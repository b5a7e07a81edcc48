import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/core/actor'
import { findCorrectionRecipients } from '@/features/reconciliation/queries/find-correction-recipients'
import type { DifferenceDetail } from '@/features/reconciliation/queries/find-difference'
import { CorrectionMailDialog } from '@/features/reconciliation/ui/correction-mail-dialog'
import { correctionMailText } from '@/features/reconciliation/ui/correction-mail-text'
import { LOCALES } from '@/i18n/locale'
import { env } from '@/server/env'

type CorrectionMailProps = { actor: Actor; row: DifferenceDetail['row'] }

/** The request for correction prepared in every language we write, for teams and for the customer. */
export async function CorrectionMail({ actor, row }: CorrectionMailProps) {
  const recipients = await findCorrectionRecipients(actor, row.id)
  const { RECOUP_COMPANY: company, RECOUP_URL } = env()
  const address = RECOUP_URL ? `${RECOUP_URL}/reconciliation/${row.id}` : null
  const texts = await Promise.all(
    LOCALES.map(async (locale) => {
      const t = await getTranslations({ locale, namespace: 'reconciliation' })
      return [false, true].map((isPartner) => ({
        locale,
        isPartner,
        ...correctionMailText({ row, t, locale, company, address }, isPartner),
      }))
    }),
  )
  return <CorrectionMailDialog differenceId={row.id} recipients={recipients} texts={texts.flat()} />
}
