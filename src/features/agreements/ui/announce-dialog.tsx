'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { BulkBar } from '@/ui/data-table/bulk-bar'
import { useSelection } from '@/ui/data-table/selection'
import { Dialog } from '@/ui/dialog'
import { DialogActions } from '@/ui/form/dialog-actions'
import { Form } from '@/ui/form/form'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { announcePricesAction } from '../actions'

type AnnounceBarProps = { canAnnounce: boolean; today: string }

/** Marks the chosen price changes as announced: when, and what shows it. */
export function AnnounceBar({ canAnnounce, today }: AnnounceBarProps) {
  const t = useTranslations('agreements')
  const { selected, clear } = useSelection()
  if (!canAnnounce) return null
  return (
    <BulkBar>
      <Dialog
        title={t('announceTitle', { count: selected.size })}
        trigger={
          <Button type="button" kind="primary">
            {t('announce')}
          </Button>
        }
      >
        {(close) => (
          <AnnounceForm
            ids={[...selected]}
            today={today}
            onCancel={close}
            onDone={() => {
              close()
              clear()
            }}
          />
        )}
      </Dialog>
    </BulkBar>
  )
}

type AnnounceFormProps = { ids: readonly string[]; today: string; onCancel: () => void; onDone: () => void }

function AnnounceForm({ ids, today, onCancel, onDone }: AnnounceFormProps) {
  const t = useTranslations('agreements')
  const form = useActionForm(announcePricesAction, {
    input: (fields) => ({ priceConditionIds: [...ids], announcedOn: fields.text('announcedOn'), evidence: fields.text('evidence') }),
    done: t('announced', { count: ids.length }),
    onDone,
  })
  return (
    <Form form={form}>
      <TextField name="announcedOn" type="date" label={t('announcedOn')} defaultValue={today} required />
      <TextField name="evidence" label={t('evidence')} hint={t('evidenceHint')} required />
      <DialogActions submit={t('announce')} onCancel={onCancel} />
    </Form>
  )
}
