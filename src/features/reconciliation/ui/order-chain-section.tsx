import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { comparisonKey } from '@/core/comparison-key'
import { FileAndPlace } from '@/features/documents/ui/file-and-place'
import { DateText } from '@/ui/date-text'
import { MoneyText } from '@/ui/money-text'
import { NumberText } from '@/ui/number-text'
import { Section } from '@/ui/section'
import type { ChainLink } from '../queries/find-order-chain'
import { CHAIN_STEPS, type ChainStep } from '../rules/chain-steps'

/** Without these papers the chain has a gap that somebody should know about. */
const EXPECTED: readonly ChainStep[] = ['purchase-order', 'sales-order', 'delivery', 'proof-of-delivery', 'invoice', 'remittance']

type OrderChainSectionProps = { links: readonly ChainLink[] }

/** Every paper of the order from PO to payment and deductions: number, day, quantity, amount and where it stands. */
export function OrderChainSection({ links }: OrderChainSectionProps) {
  const t = useTranslations('reconciliation')
  return (
    <Section title={t('chain')} note={t('chainNote')} id="chain">
      <div className="t-scroll" tabIndex={0} role="region" aria-label={t('chain')}>
        <table className="t" aria-label={t('chain')}>
          <thead>
            <tr>
              <th scope="col">{t('chainColumn.step')}</th>
              <th scope="col">{t('chainColumn.number')}</th>
              <th scope="col">{t('chainColumn.on')}</th>
              <th scope="col" className="r">
                {t('chainColumn.quantity')}
              </th>
              <th scope="col" className="r">
                {t('chainColumn.amount')}
              </th>
              <th scope="col">{t('chainColumn.note')}</th>
              <th scope="col">{t('chainColumn.file')}</th>
            </tr>
          </thead>
          <tbody>
            {CHAIN_STEPS.map((step) => {
              const own = links.filter((link) => link.step === step)
              if (own.length === 0) return EXPECTED.includes(step) ? <MissingRow key={step} step={step} /> : null
              return own.map((link, index) => <LinkRow key={`${link.step} ${link.id}`} link={link} isFirst={index === 0} />)
            })}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

type MissingRowProps = { step: ChainStep }

function MissingRow({ step }: MissingRowProps) {
  const t = useTranslations('reconciliation')
  return (
    <tr>
      <td className="q">{t(`step.${step}`)}</td>
      <td className="q" colSpan={6}>
        {t('notThere')}
      </td>
    </tr>
  )
}

type LinkRowProps = { link: ChainLink; isFirst: boolean }

function LinkRow({ link, isFirst }: LinkRowProps) {
  const t = useTranslations('reconciliation')
  const href = recordHref(link)
  const number = link.number ?? t('noNumber')
  return (
    <tr>
      <td className={isFirst ? 'md' : 'q'}>{isFirst ? t(`step.${link.step}`) : ''}</td>
      <td>{href === null ? number : <Link href={href}>{number}</Link>}</td>
      <td className="m nw">
        <DateText value={link.on} />
      </td>
      <td className="r">{link.quantity === null ? '' : <NumberText value={link.quantity} />}</td>
      <td className="r">
        {link.amount_minor === null || link.currency === null ? (
          ''
        ) : (
          <MoneyText value={{ minor: link.amount_minor, currency: link.currency }} />
        )}
      </td>
      <td className="m">
        <NoteText link={link} />
      </td>
      <td className="m min-w-32 whitespace-normal">
        {link.batch_id !== null && (href === null || link.step === 'deduction' || link.step === 'invoice') && (
          <FileAndPlace batchId={link.batch_id} fileName={link.file_name} position={link.position} />
        )}
      </td>
    </tr>
  )
}

type NoteTextProps = { link: ChainLink }

function NoteText({ link }: NoteTextProps) {
  const t = useTranslations('reconciliation')
  const category = useTranslations('deductions')
  if (link.note === null || link.note === '') return null
  if (link.step === 'deduction') return category(`category.${link.note}`)
  if (link.step === 'message') return link.note
  if (link.step === 'remittance') return t('ofLines', { count: Number(link.note) })
  // NS is the carriers' word for 'nothing special'.
  return link.note
    .split(' ')
    .filter((word) => word !== 'NS')
    .map((word) => (t.has(`says.${link.step}.${word}`) ? t(`says.${link.step}.${word}`) : word))
    .join(' ')
}

/** Papers and deductions have their own page; everything else is seen in its file. */
function recordHref(link: ChainLink): string | null {
  if (link.step === 'deduction') return `/deductions/${link.id}`
  if (link.step === 'invoice' && link.number !== null) return `/invoices/${encodeURIComponent(comparisonKey(link.number))}`
  if (link.step === 'bill-of-lading' || link.step === 'proof-of-delivery' || link.step === 'message') return `/documents/${link.id}`
  return null
}
