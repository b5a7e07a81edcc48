import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { isId } from '@/core/ids'
import { canImport, canUndoImport } from '@/features/file-intake/policy'
import { findImport } from '@/features/file-intake/queries/find-import'
import { findImportParts } from '@/features/file-intake/queries/find-import-parts'
import { findVersionsOfBatch } from '@/features/file-intake/queries/find-versions'
import { readImportView } from '@/features/file-intake/rules/import-view'
import { canBeMappedAnew, waitsForMapping } from '@/features/file-intake/rules/mapping'
import { ControlSums } from '@/features/file-intake/ui/control-sums'
import { DateOrderQuestion } from '@/features/file-intake/ui/date-order-question'
import { ImportAgainButton } from '@/features/file-intake/ui/import-again-button'
import { ImportFacts } from '@/features/file-intake/ui/import-facts'
import { ImportHeader } from '@/features/file-intake/ui/import-header'
import { ImportParts } from '@/features/file-intake/ui/import-parts'
import { ImportButton } from '@/features/file-intake/ui/import-staged-button'
import { firstSection, ImportTabs } from '@/features/file-intake/ui/import-tabs'
import { RecordVersions } from '@/features/file-intake/ui/record-versions'
import { RowEquation } from '@/features/file-intake/ui/row-equation'
import { requireActor } from '@/server/session'
import { NextAction } from '@/ui/figures'
import { LinkButton } from '@/ui/link-button'
import type { SearchParams } from '@/ui/page-address'
import { ImportSectionView } from './import-section-view'

type ImportPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export default async function ImportPage({ params, searchParams }: ImportPageProps) {
  const actor = await requireActor()
  const { id } = await params
  const query = await searchParams
  const detail = isId(id) ? await findImport(actor, id) : null
  if (!detail) notFound()
  const [t, related, changes] = await Promise.all([
    getTranslations('fileIntake'),
    findImportParts(actor, detail.id),
    findVersionsOfBatch(actor, detail.id),
  ])
  const view = readImportView(query)
  const section = view.section ?? firstSection(detail)
  const path = `/imports/${detail.id}`
  const isAsked = waitsForMapping(detail.state, detail.reason)
  // Of a file that waits for an answer no row was read: there is nothing to add up.
  const isUnread = isAsked && detail.read === 0
  const isStaged = detail.state === 'staged' && canImport(actor)
  const reason = detail.reason !== null && t.has(`finding.${detail.reason}`) ? t(`finding.${detail.reason}`) : detail.reason
  return (
    <>
      <ImportHeader
        detail={detail}
        actions={
          <>
            {isStaged && <ImportButton ids={[detail.id]} />}
            {canBeMappedAnew(detail.state, detail.format) && canImport(actor) && canUndoImport(actor) && (
              <LinkButton href={`/imports/${detail.id}/map`}>{t('upload.mapColumns')}</LinkButton>
            )}
            {detail.state === 'done' && canUndoImport(actor) && (
              <LinkButton href={`/imports/${detail.id}/undo`}>{t('undo.open')}</LinkButton>
            )}
            {detail.state === 'undone' && canImport(actor) && <ImportAgainButton id={detail.id} />}
          </>
        }
      />
      <div className="two">
        <div className="l">
          {detail.state !== 'done' && (
            <NextAction
              label={t('whatNow')}
              actions={
                isAsked && canImport(actor) ? (
                  <LinkButton href={`/imports/${detail.id}/map`} kind={detail.open_dates === null ? 'primary' : 'plain'} keys="M">
                    {t('upload.mapColumns')}
                  </LinkButton>
                ) : undefined
              }
            >
              <b>{isAsked ? t('next.asked') : t(`next.${detail.state}`)}</b>
              {reason !== null && <span>{reason}</span>}
            </NextAction>
          )}
          {detail.state === 'waiting' && detail.open_dates !== null && (
            <DateOrderQuestion batchId={detail.id} columns={detail.open_dates.columns} mayAnswer={canImport(actor)} />
          )}
          {!isUnread && (
            <>
              <RowEquation detail={detail} />
              <ControlSums detail={detail} />
            </>
          )}
          <RecordVersions changes={changes} />
          <ImportTabs detail={detail} current={section} path={path} />
          <ImportSectionView
            actor={actor}
            detail={detail}
            section={section}
            filter={{ code: view.code, page: view.page }}
            row={view.row}
            path={path}
            params={{ ...query, tab: section }}
          />
        </div>
        <div className="rr">
          <ImportParts related={related} />
          <ImportFacts detail={detail} />
        </div>
      </div>
    </>
  )
}
