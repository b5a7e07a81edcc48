'use client'

import { toast } from 'sonner'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import type { ActionAnswer } from '@/ui/form/action-answer'
import { Checkbox } from '@/ui/form/checkbox'
import { Form } from '@/ui/form/form'
import { Select } from '@/ui/form/select'
import { TextArea } from '@/ui/form/text-area'
import { TextField } from '@/ui/form/text-field'
import { useActionForm } from '@/ui/form/use-action-form'
import { Menu } from '@/ui/menu'
import { MoveButtons } from '@/ui/move-buttons'
import { Section } from '@/ui/section'

// Refuses as a command would, so that every error of a form can be looked at.
function refuse(input: { amount: string; note: string }): Promise<ActionAnswer<{ id: string }>> {
  if (input.amount === '')
    return Promise.resolve({ ok: false, code: 'invalid-input', fields: { amount: 'not-an-amount', note: 'required' } })
  return Promise.resolve({ ok: true, result: { id: '1' } })
}

export function GalleryForms() {
  const form = useActionForm(refuse, { input: (fields) => ({ amount: fields.text('amount'), note: fields.text('note') }), done: 'Saved' })
  return (
    <Section title="Forms">
      <Form form={form} name="Sample" className="max-w-[360px]">
        <TextField name="amount" label="Amount" hint="As on the remittance" align="right" inputMode="decimal" required />
        <Select name="reason" label="Reason" blank choices={[{ value: '22', label: '22 Billed not shipped' }]} />
        <TextArea name="note" label="Note" placeholder="What happened" />
        <Checkbox name="confirm" label="I have seen the page" defaultChecked />
        <div className="row">
          <Button kind="primary">Save</Button>
          <Dialog title="Approve this write-off?" trigger={<Button type="button">Open dialog</Button>}>
            {(close) => (
              <>
                <p>It closes the claim. You can undo it today.</p>
                <div className="actions">
                  <Button type="button" onClick={close}>
                    Cancel
                  </Button>
                  <Button type="button" kind="primary" onClick={close}>
                    Approve
                  </Button>
                </div>
              </>
            )}
          </Dialog>
          <Menu
            trigger={<Button type="button">Open menu</Button>}
            entries={[
              { kind: 'label', key: 'l', label: 'Density' },
              { kind: 'action', key: 'a', label: '32 px', chosen: true, onSelect: () => toast('32 px') },
              { kind: 'action', key: 'b', label: '28 px', chosen: false, onSelect: () => toast('28 px') },
              { kind: 'line', key: 'x' },
              { kind: 'link', key: 'c', label: 'Object page', href: '/help/kit?show=object' },
            ]}
          />
          <MoveButtons name="Invoice" isFirst isLast={false} onMove={() => undefined} />
        </div>
      </Form>
    </Section>
  )
}
