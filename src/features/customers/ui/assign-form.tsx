'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/form/checkbox'
import { Form } from '@/ui/form/form'
import { useActionForm } from '@/ui/form/use-action-form'
import { assignCustomersAction } from '../actions'
import type { CustomerName } from '../queries/find-customer-names'

type AssignFormProps = { userId: string; assignedIds: readonly string[]; customers: readonly CustomerName[] }

/** Exactly the customers that are ticked; an account manager sees nothing of any other. */
export function AssignForm({ userId, assignedIds, customers }: AssignFormProps) {
  const t = useTranslations('customers')
  const form = useActionForm(assignCustomersAction, {
    input: (fields) => ({ userId, customerIds: fields.texts('customers') }),
    done: (result) => t('assigned', { count: result.count }),
  })
  return (
    <Form form={form}>
      <p className="m">{t('assignNote')}</p>
      <fieldset className="grid grid-cols-2 gap-1 max-h-80 overflow-y-auto">
        <legend className="sr-only">{t('customers')}</legend>
        {customers.map((customer) => (
          <Checkbox
            key={customer.id}
            name="customers"
            value={customer.id}
            label={customer.name}
            defaultChecked={assignedIds.includes(customer.id)}
          />
        ))}
      </fieldset>
      <div className="actions">
        <Button kind="primary">{t('saveAssignment')}</Button>
      </div>
    </Form>
  )
}
