'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { CalendarDate } from '@/core/calendar-date'
import { Button } from '@/ui/button'
import { Form } from '@/ui/form/form'
import { TextArea } from '@/ui/form/text-area'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { submitDisputeAction } from '../actions'
import { AskQuestion } from './ask-question'
import { type Proof, ProofButton } from './proof-button'

type FilingFormProps = {
  disputeId: string
  version: number
  packageId: string
  today: CalendarDate
  /** The window is over; `mayFileLate` tells whether this person may file all the same. */
  overSince: string | null
  mayFileLate: boolean
}

/** After filing: a picture of the receipt or its number, and only then 'I submitted it'. */
export function FilingForm({ disputeId, version, packageId, today, overSince, mayFileLate }: FilingFormProps) {
  const t = useTranslations('disputes')
  const [proof, setProof] = useState<Proof | null>(null)
  const [reference, setReference] = useState('')
  const form = useActionForm(submitDisputeAction, {
    input: (fields) => ({
      disputeId,
      version,
      packageId,
      submittedOn: fields.text('submittedOn'),
      portalReference: fields.text('portalReference'),
      proofDocumentId: proof?.documentId ?? null,
      lateReason: fields.text('lateReason'),
    }),
    done: t('submitted'),
  })
  const hasProof = proof !== null || reference.trim() !== ''
  return (
    <Form form={form} name={t('afterFiling')} className="!contents">
      <section className="px-4 py-3 flex flex-col gap-3">
        <h2 className="text-13 m font-medium">{t('afterFiling')}</h2>
        <div className="grid grid-cols-2 gap-2.5 items-end">
          <ProofButton url={`/api/packages/${disputeId}/proof`} proof={proof} onProof={setProof} size="large" />
          <TextField
            name="portalReference"
            label={t('portalReference')}
            value={reference}
            onChange={(event) => setReference(event.target.value)}
            autoComplete="off"
          />
        </div>
        <TextField name="submittedOn" label={t('submittedOn')} type="date" defaultValue={today} max={today} />
        {overSince !== null && (
          <TextArea name="lateReason" label={t('lateReason')} hint={t('lateHint', { date: overSince })} disabled={!mayFileLate} />
        )}
      </section>
      <div className="mt-auto grid grid-cols-2 gap-2.5 px-4 pt-3 pb-5 border-t border-line-strong bg-surface sticky bottom-0">
        <AskQuestion disputeId={disputeId} />
        <Button kind="primary" size="large" disabled={!hasProof}>
          {t('iSubmitted')}
        </Button>
        {!hasProof && <p className="m text-13 col-span-2 text-center">{t('proofNeeded')}</p>}
      </div>
    </Form>
  )
}
