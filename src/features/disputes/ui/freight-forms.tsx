'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { TextArea } from '@/ui/form/text-area'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { fileFreightClaimAction, noticeFreightDamageAction, withdrawFreightClaimAction } from '../actions'
import { type FreightSubject, freightProofUrl } from './freight-subject'
import { type Proof, ProofButton } from './proof-button'

type FormProps = { claim: FreightSubject; close: () => void }

/** Filed with the carrier: the day and the proof; after the last day also why. */
export function FreightFileForm({ claim, today, close }: FormProps & { today: string }) {
  const t = useTranslations('disputes.freight')
  const [proof, setProof] = useState<Proof | null>(null)
  const form = useActionForm(fileFreightClaimAction, {
    input: (fields) => ({
      id: claim.id,
      version: claim.version,
      filedOn: fields.text('filedOn'),
      claimReference: fields.text('claimReference'),
      proofDocumentId: proof?.documentId ?? null,
      lateReason: fields.text('lateReason'),
    }),
    done: t('filed'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <TextField name="filedOn" type="date" label={t('filedOn')} required defaultValue={today} max={today} />
      <TextField name="claimReference" label={t('proof')} hint={t('proofHint')} required={proof === null} maxLength={120} />
      <ProofButton url={freightProofUrl(claim.id)} proof={proof} onProof={setProof} label={t('proofFile')} />
      {today > claim.fileBy && <TextArea name="lateReason" label={t('lateReason')} required rows={2} />}
      <DialogActions submit={t('file')} onCancel={close} />
    </Form>
  )
}

/** The carrier was told of damage that was found later. */
export function FreightNoticeForm({ claim, today, close }: FormProps & { today: string }) {
  const t = useTranslations('disputes.freight')
  const [proof, setProof] = useState<Proof | null>(null)
  const form = useActionForm(noticeFreightDamageAction, {
    input: (fields) => ({
      id: claim.id,
      version: claim.version,
      noticedOn: fields.text('noticedOn'),
      proofDocumentId: proof?.documentId ?? null,
    }),
    done: t('noticed'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <TextField name="noticedOn" type="date" label={t('noticedOn')} required defaultValue={today} max={today} />
      <ProofButton url={freightProofUrl(claim.id)} proof={proof} onProof={setProof} label={t('proofFile')} />
      <DialogActions submit={t('notice')} onCancel={close} />
    </Form>
  )
}

/** Gives the claim up, with a reason. */
export function FreightWithdrawForm({ claim, close }: FormProps) {
  const t = useTranslations('disputes.freight')
  const form = useActionForm(withdrawFreightClaimAction, {
    input: (fields) => ({ id: claim.id, version: claim.version, reason: fields.text('reason') }),
    done: t('withdrawn'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <TextArea name="reason" label={t('reason')} required rows={3} />
      <DialogActions submit={t('withdraw')} kind="danger" onCancel={close} />
    </Form>
  )
}
