'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type Money, toDecimalText } from '@/core/money'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { minorOf } from '@/ui/form/minor-of'
import { Select } from '@/ui/form/select'
import { TextArea } from '@/ui/form/text-area'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { answerFreightClaimAction } from '../actions'
import { answersNext, FREIGHT_ANSWERS } from '../rules/freight-claim'
import { type FreightSubject, freightProofUrl } from './freight-subject'
import { type Proof, ProofButton } from './proof-button'

type FreightAnswerFormProps = { claim: FreightSubject; amount: Money; today: string; close: () => void }

/** What the carrier said, and the money it offers or paid. */
export function FreightAnswerForm({ claim, amount, today, close }: FreightAnswerFormProps) {
  const t = useTranslations('disputes.freight')
  const choices = answersNext(claim.state)
  const [answer, setAnswer] = useState<string>(choices[0] ?? 'paid')
  const [proof, setProof] = useState<Proof | null>(null)
  const hasMoney = answer === 'offered' || answer === 'paid'
  const form = useActionForm(answerFreightClaimAction, {
    input: (fields) => ({
      id: claim.id,
      version: claim.version,
      answer: FREIGHT_ANSWERS.find((one) => one === fields.text('answer')) ?? 'acknowledged',
      answeredOn: fields.text('answeredOn'),
      amountMinor: hasMoney ? minorOf(fields.text('amountMinor'), amount.currency) : '',
      note: fields.text('note'),
      proofDocumentId: proof?.documentId ?? null,
    }),
    done: t('answered'),
    onDone: close,
  })
  return (
    <Form form={form}>
      <Select
        name="answer"
        label={t('answerIs')}
        value={answer}
        onChange={(event) => setAnswer(event.target.value)}
        choices={choices.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
      <TextField name="answeredOn" type="date" label={t('answeredOn')} required defaultValue={today} max={today} />
      {hasMoney && (
        <TextField
          name="amountMinor"
          label={t('answerAmount')}
          required
          inputMode="decimal"
          align="right"
          defaultValue={toDecimalText(amount)}
        />
      )}
      <TextArea name="note" label={t('note')} required={answer === 'declined'} rows={2} />
      <ProofButton url={freightProofUrl(claim.id)} proof={proof} onProof={setProof} label={t('answerFile')} />
      <DialogActions submit={t('answer')} onCancel={close} />
    </Form>
  )
}
