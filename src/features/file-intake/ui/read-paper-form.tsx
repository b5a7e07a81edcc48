'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PAPER_KINDS, PAPER_NUMBERS, type PaperKind } from '@/features/documents/rules/paper-kind'
import { Button } from '@/ui/button'
import { Form } from '@/ui/form/form'
import type { FormFields } from '@/ui/form/form-fields'
import { Select } from '@/ui/form/select'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { readPaperAction } from '../actions'
import type { PaperToRead } from './paper-to-read'
import { DeliveryFields, deliveryAnswers } from './read-delivery-fields'

type ReadPaperFormProps = {
  paper: PaperToRead
  /** How many papers wait to be read, this one among them. */
  left: number
  nextId: string | null
}

/** The form beside the picture of a paper: what it is, the numbers on it, the date, who signed and what was counted. */
export function ReadPaperForm({ paper, left, nextId }: ReadPaperFormProps) {
  const t = useTranslations('fileIntake')
  const router = useRouter()
  const [kind, setKind] = useState<PaperKind>(PAPER_KINDS.find((known) => known === paper.kind) ?? 'paper')
  const form = useActionForm(readPaperAction, {
    input: (fields) => ({ documentId: paper.id, readAt: paper.readAt, kind, ...typed(fields) }),
    done: ({ judged, changed }) => t('paper.saved', { judged, changed }),
    onDone: () => router.push(nextId === null ? '/documents?tab=needs-reading' : `/documents/${nextId}`),
  })
  const known = (idKind: string) => paper.numbers.flatMap((number) => (number.idKind === idKind ? [number.idText] : [])).join(', ')
  const isDelivery = kind === 'proof-of-delivery' || kind === 'bill-of-lading'
  return (
    <Form form={form} name={t('paper.title')}>
      <Select
        name="kind"
        label={t('paper.kind')}
        value={kind}
        onChange={(event) => setKind(PAPER_KINDS.find((known) => known === event.target.value) ?? 'paper')}
        choices={PAPER_KINDS.map((value) => ({ value, label: t(`paper.kinds.${value}`) }))}
      />
      <div className="grid grid-cols-2 gap-3">
        {PAPER_NUMBERS.map((idKind, place) => (
          <TextField
            key={idKind}
            name={idKind}
            label={t(`paper.number.${idKind}`)}
            defaultValue={known(idKind)}
            autoFocus={place === 0}
            autoComplete="off"
          />
        ))}
      </div>
      <p className="q text-12">{t('paper.numbersHint')}</p>
      <TextField
        name="issuedOn"
        type="date"
        label={t(isDelivery ? 'paper.signedOn' : 'paper.issuedOn')}
        defaultValue={paper.issuedOn ?? ''}
      />
      {isDelivery && <DeliveryFields facts={paper.facts} />}
      {kind === 'freight-bill' && (
        <div className="grid grid-cols-3 gap-3">
          <TextField name="carrier" label={t('paper.carrier')} hint={t('paper.carrierHint')} maxLength={10} autoComplete="off" />
          <TextField name="amount" label={t('paper.amount')} align="right" inputMode="decimal" autoComplete="off" />
          <TextField name="currency" label={t('paper.currency')} defaultValue="USD" maxLength={3} autoComplete="off" />
        </div>
      )}
      <div className="row justify-between">
        <span className="q">{t('paper.left', { count: left })}</span>
        <Button kind="primary" keys="Ctrl Enter">
          {t(nextId === null ? 'paper.save' : 'paper.saveAndNext')}
        </Button>
      </div>
    </Form>
  )
}

function typed(fields: FormFields) {
  return {
    numbers: PAPER_NUMBERS.flatMap((idKind) =>
      fields
        .text(idKind)
        .split(/[,;，；、]+/)
        .map((idText) => idText.trim())
        .filter((idText) => idText !== '')
        .map((idText) => ({ idKind, idText })),
    ),
    issuedOn: fields.optional('issuedOn'),
    ...deliveryAnswers(fields),
    carrier: fields.optional('carrier'),
    amount: fields.optional('amount'),
    currency: fields.optional('currency'),
  }
}
