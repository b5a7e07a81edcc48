'use client'

import { useTranslations } from 'next-intl'
import type { MoneyLike } from '@/i18n/formats'
import { MoneyList } from '@/ui/money-list'
import type { DifferenceState } from '../rules/difference-kinds'

/** A difference somebody chose in the list, with the words of the request for it. */
export type ChosenDifference = { id: string; team: string; state: DifferenceState; title: string; worth: MoneyLike }

type BulkPreviewProps = { chosen: readonly ChosenDifference[] }

/** What an action over many differences will do, per team: how many, worth how much, and the first ones in words. */
export function BulkPreview({ chosen }: BulkPreviewProps) {
  const t = useTranslations('reconciliation')
  return (
    <table className="t" aria-label={t('preview')}>
      <tbody>
        {[...Map.groupBy(chosen, (difference) => difference.team)].map(([team, own]) => (
          <tr key={team}>
            <td className="whitespace-normal">
              <b>{team}</b>
              {own.slice(0, 3).map((difference) => (
                <small key={difference.id} className="m">
                  <br />
                  {difference.title}
                </small>
              ))}
              {own.length > 3 && (
                <small className="q">
                  <br />
                  {t('andMore', { count: own.length - 3 })}
                </small>
              )}
            </td>
            <td className="r">{t('differenceCount', { count: own.length })}</td>
            <td className="r">
              <MoneyList values={sumsOf(own)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function sumsOf(chosen: readonly ChosenDifference[]): MoneyLike[] {
  return [...Map.groupBy(chosen, ({ worth }) => worth.currency)].map(([currency, own]) => ({
    currency,
    minor: own.reduce((sum, { worth }) => sum + BigInt(worth.minor), 0n),
  }))
}
