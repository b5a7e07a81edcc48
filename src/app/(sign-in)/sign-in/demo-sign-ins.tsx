'use client'

import { useTranslations } from 'next-intl'
import type { DemoSignIn } from '@/features/people/queries/find-demo-sign-ins'

type DemoSignInsProps = { people: readonly DemoSignIn[]; onChoose: (person: DemoSignIn) => void }

/** The invented people of the demo; choosing one fills in the form. */
export function DemoSignIns({ people, onChoose }: DemoSignInsProps) {
  const t = useTranslations('people')
  if (people.length === 0) return null
  return (
    <section className="sec">
      <div className="sec-head">
        <h2>{t('signIn.demoTitle')}</h2>
        <small>{t('signIn.demoText')}</small>
      </div>
      <table className="t">
        <tbody>
          {people.map((person) => (
            <tr key={person.email}>
              <td>
                <button type="button" className="text-button text-accent" onClick={() => onChoose(person)}>
                  {person.name}
                </button>
              </td>
              <td className="m">{t(`roles.${person.role}`)}</td>
              <td className="r q">{person.email}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
