import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { canAdminister } from '@/features/people/policy'
import { findMail, type MailRow } from '@/features/reports/queries/find-mail'
import { AdminTabs } from '@/features/reports/ui/admin-tabs'
import { MailStateText } from '@/features/reports/ui/mail-state'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { StatusLine } from '@/ui/data-table/status-line'
import { Worklist } from '@/ui/data-table/worklist'
import { InstantText } from '@/ui/date-text'
import { EmptyState } from '@/ui/empty-state'
import { NoPermission } from '@/ui/no-permission'
import { hrefWith, paramOf, type SearchParams } from '@/ui/page-address'
import { PageTitle } from '@/ui/page-title'
import { Peek, PeekBlock } from '@/ui/peek'

const PATH = '/admin/outbox'

type OutboxPageProps = { searchParams: Promise<SearchParams> }

/** Every mail that left or waits to leave, with its body. */
export default async function OutboxPage({ searchParams }: OutboxPageProps) {
  const actor = await requireActor()
  if (!canAdminister(actor)) return <NoPermission />
  const params = await searchParams
  const [t, mails] = await Promise.all([getTranslations('reports'), findMail(actor)])
  const open = mails.find((mail) => mail.id === paramOf(params, 'peek'))
  return (
    <>
      <PageTitle hidden>{t('admin.outbox')}</PageTitle>
      <Worklist
        tabs={<AdminTabs current="outbox" />}
        peek={open ? <MailPeek mail={open} closeHref={hrefWith(PATH, params, { peek: null })} /> : null}
        footer={
          <StatusLine>
            <b>{t('admin.mails', { count: mails.length })}</b>
          </StatusLine>
        }
      >
        <DataTable
          name={t('admin.outbox')}
          rows={mails}
          rowKey={(mail) => mail.id}
          openKey={open?.id ?? null}
          columns={[
            {
              key: 'subject',
              title: t('admin.subject'),
              look: 'key',
              cell: (mail) => (
                <Link href={hrefWith(PATH, params, { peek: mail.id })} prefetch={false}>
                  {mail.subject}
                </Link>
              ),
            },
            { key: 'to', title: t('admin.to'), cell: (mail) => mail.to },
            { key: 'state', title: t('admin.state'), cell: (mail) => <MailStateText state={mail.state} /> },
            { key: 'created', title: t('admin.written'), look: 'quiet', cell: (mail) => <InstantText value={mail.createdAt} /> },
            { key: 'sent', title: t('admin.sent'), look: 'quiet', cell: (mail) => <InstantText value={mail.sentAt} /> },
          ]}
          empty={<EmptyState>{t('admin.noMail')}</EmptyState>}
        />
      </Worklist>
    </>
  )
}

type MailPeekProps = { mail: MailRow; closeHref: string }

async function MailPeek({ mail, closeHref }: MailPeekProps) {
  const t = await getTranslations('reports')
  return (
    <Peek title={mail.to} label={mail.subject} closeHref={closeHref}>
      <PeekBlock title={t('admin.subject')}>
        <div className="next">{mail.subject}</div>
      </PeekBlock>
      <PeekBlock>
        <p className="whitespace-pre-wrap break-words">{mail.body}</p>
      </PeekBlock>
      {mail.error !== null && (
        <PeekBlock title={t('admin.failedBecause', { count: mail.attempts })}>
          <p className="over break-words">{mail.error}</p>
        </PeekBlock>
      )}
    </Peek>
  )
}
