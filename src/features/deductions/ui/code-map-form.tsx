'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Form } from '@/ui/form/form'
import { Select } from '@/ui/form/select'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { proposeCodeMapsAction } from '../actions'
import { MAPPED_CATEGORIES } from '../rules/deduction'
import type { SuggestedMap } from './suggested-map'

type CodeMapFormProps = { map: SuggestedMap }

/** What a code means, from when on: as proposed, to be corrected and sent to a second person. */
export function CodeMapForm({ map }: CodeMapFormProps) {
  const t = useTranslations('deductions')
  const form = useActionForm(proposeCodeMapsAction, {
    input: (fields) => ({
      maps: [
        {
          ...map,
          category: MAPPED_CATEGORIES.find((category) => category === fields.text('category')) ?? 'shortage',
          internalReason: fields.text('internalReason'),
          sapReason: fields.text('sapReason'),
          validFrom: fields.text('validFrom'),
          validTo: fields.optional('validTo'),
        },
      ],
    }),
    done: t('codes.proposed', { count: 1 }),
  })
  return (
    <Form form={form} name={t('codes.mapTo')}>
      <div className="grid gap-3 grid-cols-2 min-[820px]:grid-cols-3">
        <Select
          name="category"
          label={t('column.category')}
          required
          blank={map.category === null}
          defaultValue={map.category ?? ''}
          choices={MAPPED_CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
        />
        <TextField name="internalReason" label={t('codes.internalReason')} required defaultValue={map.internalReason} maxLength={80} />
        <TextField
          name="sapReason"
          label={t('codes.sapReason')}
          hint={t('codes.sapReasonHint')}
          defaultValue={map.sapReason}
          maxLength={4}
        />
        <TextField name="validFrom" type="date" label={t('codes.validFrom')} required defaultValue={map.validFrom} />
        <TextField name="validTo" type="date" label={t('codes.validTo')} hint={t('codes.validToHint')} defaultValue={map.validTo ?? ''} />
      </div>
      <div>
        <Button kind={map.version === null ? 'primary' : 'plain'}>{t(map.version === null ? 'codes.propose' : 'codes.change')}</Button>
      </div>
    </Form>
  )
}
