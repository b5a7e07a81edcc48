import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { comparisonKey } from '@/core/comparison-key'
import { canApprove } from '@/features/approvals/policy'
import { canProposeMaps, canSeeCodes } from '@/features/deductions/policy'
import { type CodeMapRow, findCodeMaps } from '@/features/deductions/queries/find-code-maps'
import { findCode } from '@/features/deductions/queries/find-codes'
import { findRecoding } from '@/features/deductions/queries/find-recoding'
import { CodeDecision } from '@/features/deductions/ui/code-decision'
import { CodeExamples } from '@/features/deductions/ui/code-examples'
import { CodeHeader } from '@/features/deductions/ui/code-header'
import { CodeHints } from '@/features/deductions/ui/code-hints'
import { CodeMapForm } from '@/features/deductions/ui/code-map-form'
import { CodeMapHistory } from '@/features/deductions/ui/code-map-history'
import { RecodingPreview } from '@/features/deductions/ui/recoding-preview'
import { type SuggestedMap, suggestedMap } from '@/features/deductions/ui/suggested-map'
import { WaitingMap } from '@/features/deductions/ui/waiting-map'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { NoPermission } from '@/ui/no-permission'
import { Section } from '@/ui/section'

type CodePageProps = { params: Promise<{ customer: string; code: string }> }

/** One code of a customer: what is behind it, what it shall mean, and what approving that would change. */
export default async function CodePage({ params }: CodePageProps) {
  const actor = await requireActor()
  if (!canSeeCodes(actor)) return <NoPermission />
  const address = await params
  const row = await findCode(actor, decodeURIComponent(address.customer), comparisonKey(decodeURIComponent(address.code)))
  if (!row) notFound()
  const [t, maps] = await Promise.all([getTranslations('deductions'), findCodeMaps(actor, row.customerId, row.codeKey)])
  const waiting = maps.find((map) => map.state === 'proposed')
  const map: SuggestedMap = waiting ? proposedMap(suggestedMap(row, companyToday()), waiting) : suggestedMap(row, companyToday())
  const recoding = map.category === null ? null : await findRecoding(actor, { ...map, codeKey: row.codeKey, category: map.category })
  const request = waiting?.requestedBy && { customerId: row.customerId, requestedBy: waiting.requestedBy }
  return (
    <>
      <CodeHeader row={row} />
      <div className="two">
        <div className="l">
          {waiting && (
            <WaitingMap map={waiting}>
              {request && canApprove(actor, request) && (
                <CodeDecision mapId={waiting.id} contentHash={waiting.contentHash ?? ''} code={row.code} />
              )}
            </WaitingMap>
          )}
          {recoding && map.category !== null && <RecodingPreview recoding={recoding} category={map.category} />}
          {canProposeMaps(actor, [row]) && (
            <Section
              title={t(waiting ? 'codes.changeProposal' : 'codes.mapTo')}
              note={waiting ? t('codes.changeNote') : undefined}
              id="map"
            >
              <CodeMapForm key={map.version} map={map} />
            </Section>
          )}
          <CodeMapHistory maps={maps} />
        </div>
        <div className="rr">
          <CodeHints proposal={row.proposal} />
          <CodeExamples row={row} />
        </div>
      </div>
    </>
  )
}

function proposedMap(suggested: SuggestedMap, waiting: CodeMapRow): SuggestedMap {
  const { category, internalReason, sapReason, validFrom, validTo, version } = waiting
  return { ...suggested, category, internalReason, sapReason: sapReason ?? '', validFrom, validTo, version }
}
