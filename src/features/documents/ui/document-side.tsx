import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { money } from '@/core/money'
import { DateText, InstantText } from '@/ui/date-text'
import { EmptyState } from '@/ui/empty-state'
import { EvidenceList } from '@/ui/evidence-list'
import { KeyValues } from '@/ui/key-values'
import { MoneyText } from '@/ui/money-text'
import { BytesText } from '@/ui/number-text'
import { Section } from '@/ui/section'
import type { DocumentDetail, PaperFacts } from '../queries/find-document'
import { PlaceLink } from './place-link'
import { documentKindText } from './texts'

type DocumentSideProps = { detail: DocumentDetail; children?: ReactNode }

/** What the paper leads to, the numbers on it with the line they stand in, what it says, and where it came from. */
export function DocumentSide({ detail, children }: DocumentSideProps) {
  const t = useTranslations('documents')
  return (
    <div className="rr">
      {children}
      <LinkedSection detail={detail} />
      {detail.facts && <FactsSection facts={detail.facts} batchId={detail.batchId} />}
      <Section title={t('numbers')} note={t('count', { count: detail.links.length })}>
        {detail.links.length === 0 ? (
          <EmptyState>{t('noNumbers')}</EmptyState>
        ) : (
          <EvidenceList
            items={detail.links.map((link) => ({
              key: `${link.idKind} ${link.idKey}`,
              shape: 'ready',
              title: (
                <>
                  <span className="m">{t.has(`id.${link.idKind}`) ? t(`id.${link.idKind}`) : link.idKind}</span> {link.idText}
                </>
              ),
              note:
                link.line === null
                  ? t(detail.readAt === null ? 'fromName' : 'typed')
                  : t('onPage', { page: link.page ?? 1, line: link.line }),
            }))}
          />
        )}
      </Section>
      <Section title={t('file')}>
        <KeyValues
          items={[
            { term: t('column.kind'), value: documentKindText(t, detail.kind) },
            { term: t('column.pages'), value: detail.pageCount || '–' },
            { term: t('size'), value: <BytesText bytes={Number(detail.bytes)} /> },
            { term: t('column.when'), value: <InstantText value={detail.createdAt} /> },
            { term: t('column.who'), value: detail.uploadedBy ?? t('imported') },
            ...(detail.readBy === null ? [] : [{ term: t('readBy'), value: detail.readBy }]),
            ...(detail.batchId === null
              ? []
              : [{ term: t('import'), value: <Link href={`/imports/${detail.batchId}`}>{t('openImport')}</Link> }]),
            { term: 'SHA-256', value: <code title={detail.sha256}>{detail.sha256.slice(0, 12)}…</code> },
          ]}
        />
      </Section>
    </div>
  )
}

function LinkedSection({ detail }: Pick<DocumentSideProps, 'detail'>) {
  const t = useTranslations('documents')
  const isEmpty = detail.deductions.length === 0 && detail.orders.length === 0
  return (
    <Section title={t('linked')} note={t('count', { count: detail.deductions.length + detail.orders.length })}>
      {isEmpty && <EmptyState>{t('notLinked')}</EmptyState>}
      <EvidenceList
        items={[
          ...detail.deductions.map((deduction) => ({
            key: deduction.id,
            shape: 'fixed' as const,
            tone: 'second' as const,
            title: (
              <>
                <span className="m">{t('deduction')}</span>{' '}
                <Link href={`/deductions/${deduction.id}`} prefetch={false}>
                  {deduction.name}
                </Link>
              </>
            ),
            note: t('by', { number: deduction.idText }),
            action: <MoneyText value={money(deduction.amountMinor, deduction.currency)} />,
          })),
          ...detail.orders.map((order) => ({
            key: `${order.customerCode} ${order.numberKey}`,
            shape: 'fixed' as const,
            tone: 'second' as const,
            title: (
              <>
                <span className="m">{t('order')}</span>{' '}
                <Link href={`/orders/${encodeURIComponent(order.customerCode)}/${encodeURIComponent(order.numberKey)}`} prefetch={false}>
                  {order.number}
                </Link>
              </>
            ),
          })),
        ]}
      />
    </Section>
  )
}

type FactsSectionProps = { facts: PaperFacts; batchId: string | null }

function FactsSection({ facts, batchId }: FactsSectionProps) {
  const t = useTranslations('documents')
  const yes = (value: boolean | null) => (value === null ? '–' : t(value ? 'yes' : 'no'))
  const rows: { key: keyof PaperFacts; value: ReactNode }[] = [
    { key: 'isSigned', value: yes(facts.isSigned) },
    { key: 'isStamped', value: yes(facts.isStamped) },
    { key: 'isPoVisible', value: yes(facts.isPoVisible) },
    { key: 'signedOn', value: <DateText value={facts.signedOn} /> },
    { key: 'piecesShipped', value: facts.piecesShipped ?? '–' },
    { key: 'piecesReceived', value: facts.piecesReceived ?? '–' },
    { key: 'cartonsPrinted', value: facts.cartonsPrinted ?? '–' },
    { key: 'countIn', value: facts.countIn === null ? '–' : t(`countIn.${facts.countIn}`) },
    {
      key: 'countBy',
      value: facts.countBy === null ? '–' : t.has(`countBy.${facts.countBy}`) ? t(`countBy.${facts.countBy}`) : facts.countBy,
    },
    { key: 'exceptions', value: facts.exceptions === null || facts.exceptions === '' ? t('none') : facts.exceptions },
  ]
  return (
    <Section title={t('says')}>
      <table className="t" aria-label={t('says')}>
        <tbody>
          {rows.map(({ key, value }) => (
            <tr key={key}>
              <td className="m">{t(`fact.${key}`)}</td>
              <td className="r whitespace-normal">{value}</td>
              <td className="r">{facts.citations[key] !== undefined && <PlaceLink batchId={batchId} position={facts.citations[key]} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
