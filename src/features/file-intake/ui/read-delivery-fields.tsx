'use client'

import { useTranslations } from 'next-intl'
import { COUNTED_IN } from '@/features/shipments/rules/grade-proof'
import type { FormFields } from '@/ui/form/form-fields'
import { Select } from '@/ui/form/select'
import { TextArea } from '@/ui/form/text-area'
import { TextField } from '@/ui/form/text-field'
import type { PaperToRead } from './paper-to-read'

type DeliveryFieldsProps = { facts: PaperToRead['facts'] }

const COUNTS = ['cartonsPrinted', 'piecesShipped', 'piecesReceived'] as const
const MARKS = ['isSigned', 'isStamped', 'isPoVisible'] as const

/** What a delivery receipt or bill of lading says besides its numbers. */
export function DeliveryFields({ facts }: DeliveryFieldsProps) {
  const t = useTranslations('fileIntake')
  const yesOrNo = (value: boolean | null | undefined) => (value === true ? 'yes' : value === false ? 'no' : '')
  return (
    <>
      <div className="grid grid-cols-3 gap-3">
        {COUNTS.map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(`paper.${name}`)}
            align="right"
            inputMode="numeric"
            autoComplete="off"
            defaultValue={facts?.[name]?.toString() ?? ''}
          />
        ))}
      </div>
      <div className="grid grid-cols-3 gap-3">
        {MARKS.map((name) => (
          <Select
            key={name}
            name={name}
            label={t(`paper.${name}`)}
            blank={t('paper.notToTell')}
            defaultValue={yesOrNo(facts?.[name])}
            choices={['yes', 'no'].map((value) => ({ value, label: t(`paper.${value}`) }))}
          />
        ))}
      </div>
      <div className="grid grid-cols-2 gap-3">
        <Select
          name="countIn"
          label={t('paper.countIn')}
          blank={t('paper.notToTell')}
          defaultValue={facts?.countIn ?? ''}
          choices={COUNTED_IN.map((value) => ({ value, label: t(`paper.unit.${value}`) }))}
        />
        <Select
          name="countBy"
          label={t('paper.countBy')}
          blank={t('paper.notToTell')}
          defaultValue={facts?.countBy ?? ''}
          choices={['driver', 'shipper'].map((value) => ({ value, label: t(`paper.counter.${value}`) }))}
        />
      </div>
      <TextArea
        name="exceptions"
        label={t('paper.exceptions')}
        hint={t('paper.exceptionsHint')}
        rows={2}
        defaultValue={facts?.exceptions ?? ''}
      />
    </>
  )
}

/** What was answered in these fields, as commands take it; an empty field says nothing. */
export function deliveryAnswers(fields: FormFields) {
  const answer = (name: string) => (fields.text(name) === '' ? null : fields.text(name) === 'yes')
  return {
    isSigned: answer('isSigned'),
    isStamped: answer('isStamped'),
    isPoVisible: answer('isPoVisible'),
    cartonsPrinted: fields.optional('cartonsPrinted'),
    piecesShipped: fields.optional('piecesShipped'),
    piecesReceived: fields.optional('piecesReceived'),
    countIn: fields.optional('countIn'),
    countBy: fields.optional('countBy'),
    exceptions: fields.optional('exceptions'),
  }
}
