'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Select } from '@/ui/form/select'
import { TextField } from '@/ui/form/text-field'
import { Icon } from '@/ui/icon'
import { Section } from '@/ui/section'
import { isNumber, type MappingDefinition, type MappingTarget } from '../rules/mapping'
import { giveConstant } from '../rules/mapping-draft'
import { targetText } from './mapping-texts'

type MappingConstantsProps = { definition: MappingDefinition; target: MappingTarget; onChange: (definition: MappingDefinition) => void }

/** What is the same for every row and stands in no column: a currency, a site, a date of payment. */
export function MappingConstants({ definition, target, onChange }: MappingConstantsProps) {
  const t = useTranslations('fileIntake')
  const given = new Set([...definition.columns.map(({ field }) => field), ...definition.constants.map(({ field }) => field)])
  const free = target.fields.filter(({ name }) => !given.has(name))
  return (
    <Section title={t('mapping.constants')} id="constants" note={t('mapping.constantsNote')}>
      <div className="flex flex-col gap-2">
        {definition.constants.map(({ field, value }) => {
          const name = targetText(t, target.kind, field)
          const as = target.fields.find((one) => one.name === field)?.as ?? 'text'
          return (
            <div className="row" key={field}>
              <span className="md min-w-32">{name}</span>
              <TextField
                name={`constant ${field}`}
                label={t('mapping.constantOf', { field: name })}
                hideLabel
                value={value}
                type={as === 'date' ? 'date' : 'text'}
                placeholder={field === 'currency' ? 'USD' : isNumber(as) ? '0.00' : ''}
                {...(field === 'currency' ? { maxLength: 3 } : {})}
                onChange={(event) =>
                  onChange(giveConstant(definition, field, field === 'currency' ? event.target.value.toUpperCase() : event.target.value))
                }
              />
              <button
                type="button"
                className="btn g icon"
                aria-label={t('mapping.removeConstant', { field: name })}
                onClick={() => onChange(giveConstant(definition, field, null))}
              >
                <Icon name="close" />
              </button>
            </div>
          )
        })}
        {free.length > 0 && (
          <div className="row">
            <Select
              name="new-constant"
              label={t('mapping.addConstant')}
              hideLabel
              value=""
              blank={t('mapping.addConstant')}
              onChange={(event) => event.target.value !== '' && onChange(giveConstant(definition, event.target.value, ''))}
              choices={free.map(({ name }) => ({ value: name, label: targetText(t, target.kind, name) }))}
            />
            {target.currencyField !== null && !given.has(target.currencyField) && (
              <Button
                type="button"
                kind="ghost"
                onClick={() => onChange(giveConstant(definition, target.currencyField ?? 'currency', 'USD'))}
              >
                {t('mapping.addCurrency')}
              </Button>
            )}
          </div>
        )}
      </div>
    </Section>
  )
}
