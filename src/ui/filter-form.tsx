import Form from 'next/form'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DropDown } from './drop-down'
import { Icon } from './icon'
import type { SearchParams } from './page-address'

type FilterFormProps = {
  /** Path of the page itself. */
  action: string
  params: SearchParams
  /** Names of the fields inside; every other parameter is kept, except the place in the list. */
  fields: readonly string[]
  /** Fields: `Select`, `TextField`, `TextArea` (for pasted numbers) … */
  children: ReactNode
  /** Shown open, in one row, instead of behind '+ Filter'. */
  inline?: boolean
}

/** Filters as a GET form: the address is the state. */
export function FilterForm({ action, params, fields, children, inline = false }: FilterFormProps) {
  const t = useTranslations('ui')
  const kept = Object.entries(params).filter(([key]) => !fields.includes(key) && key !== 'after' && key !== 'before')
  const form = (
    <Form action={action} className={inline ? 'row flex-wrap' : 'menu filter-menu'} scroll={false}>
      {kept.flatMap(([key, value]) =>
        (typeof value === 'string' ? [value] : (value ?? [])).map((one) => (
          <input key={`${key} ${one}`} type="hidden" name={key} value={one} />
        )),
      )}
      {children}
      <button type="submit" className={inline ? 'btn' : 'btn p'}>
        {t('apply')}
      </button>
    </Form>
  )
  if (inline) return form
  return (
    <DropDown
      summaryClass="btn g"
      summary={
        <>
          <Icon name="plus" />
          {t('addFilter')}
        </>
      }
    >
      {form}
    </DropDown>
  )
}
