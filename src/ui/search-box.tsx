import Form from 'next/form'
import { Icon } from './icon'

type SearchBoxProps = {
  action: string
  label: string
  placeholder: string
  name?: string
  defaultValue?: string
  /** Ctrl K opens the palette of commands, which searches too: the cap says so. */
  hasPalette?: boolean
}

export function SearchBox({ action, label, placeholder, name = 'q', defaultValue, hasPalette = false }: SearchBoxProps) {
  return (
    <Form action={action} className="find" role="search">
      <Icon name="search" />
      <input
        type="search"
        name={name}
        aria-label={label}
        placeholder={placeholder}
        defaultValue={defaultValue}
        aria-keyshortcuts={hasPalette ? 'Control+K Meta+K' : undefined}
        autoComplete="off"
        enterKeyHint="search"
      />
      {hasPalette && <kbd aria-hidden="true">Ctrl K</kbd>}
    </Form>
  )
}
