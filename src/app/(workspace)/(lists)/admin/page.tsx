import { getLocale, getTranslations } from 'next-intl/server'
import { seesAllCustomers } from '@/core/actor'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import { AssignForm } from '@/features/customers/ui/assign-form'
import { canAdminister } from '@/features/people/policy'
import { findTokens } from '@/features/people/queries/find-tokens'
import { findUsers } from '@/features/people/queries/find-users'
import { AddPersonDialog } from '@/features/people/ui/person-form'
import { PersonMenu } from '@/features/people/ui/person-menu'
import { CreateTokenDialog, RevokeButton } from '@/features/people/ui/token-parts'
import { AdminTabs } from '@/features/reports/ui/admin-tabs'
import { joinList } from '@/i18n/formats'
import { requireActor } from '@/server/session'
import { DataTable } from '@/ui/data-table/data-table'
import { InstantText } from '@/ui/date-text'
import { EmptyState } from '@/ui/empty-state'
import { NoPermission } from '@/ui/no-permission'
import { PageTitle } from '@/ui/page-title'
import { Section } from '@/ui/section'
import { StatusMark } from '@/ui/status-mark'

/** Who may come in, with which roles and customers, and the tokens of other systems. */
export default async function AdminPage() {
  const actor = await requireActor()
  if (!canAdminister(actor)) return <NoPermission />
  const [locale, t, users, tokens, customers] = await Promise.all([
    getLocale(),
    getTranslations('people'),
    findUsers(actor),
    findTokens(actor),
    findCustomerNames(actor),
  ])
  const list = (words: readonly string[]) => joinList(words, locale)
  return (
    <>
      <AdminTabs current="people" />
      <div className="page">
        <PageTitle hidden>{t('admin.title')}</PageTitle>
        <Section title={t('admin.people')} note={t('admin.count', { count: users.length })} end={<AddPersonDialog />}>
          <DataTable
            kind="section"
            name={t('admin.people')}
            rows={users}
            rowKey={(user) => user.id}
            columns={[
              { key: 'name', title: t('admin.name'), cell: (user) => <span className="md nw">{user.name}</span> },
              { key: 'email', title: t('signIn.email'), look: 'quiet', cell: (user) => user.email },
              {
                key: 'roles',
                title: t('admin.roles'),
                look: 'wrap',
                cell: (user) => list(user.roles.map((role) => t(`roles.${role}`))),
              },
              {
                key: 'customers',
                title: t('admin.customers'),
                look: 'wrap',
                cell: (user) =>
                  user.customers.length === 0 ? (
                    <span className="q">{seesAllCustomers(user.roles) ? t('admin.allCustomers') : '–'}</span>
                  ) : (
                    list(user.customers.map(({ name }) => name))
                  ),
              },
              {
                key: 'seen',
                title: t('admin.lastSeen'),
                look: 'quiet',
                hide: 'narrow',
                cell: (user) => <InstantText value={user.last_seen_at} />,
              },
              {
                key: 'state',
                title: t('admin.state'),
                cell: (user) => (
                  <StatusMark shape={user.is_disabled ? 'none' : 'ready'}>
                    {t(user.is_disabled ? 'admin.isDisabled' : 'admin.isActive')}
                  </StatusMark>
                ),
              },
              {
                key: 'manage',
                title: <span className="sr-only">{t('admin.manage')}</span>,
                align: 'right',
                cell: (user) => (
                  <PersonMenu
                    user={user}
                    isSelf={user.id === actor.userId}
                    assignForm={<AssignForm userId={user.id} assignedIds={user.customers.map(({ id }) => id)} customers={customers} />}
                  />
                ),
              },
            ]}
          />
        </Section>
        <Section
          title={t('token.title')}
          note={t('token.note')}
          end={<CreateTokenDialog owners={users.filter((user) => !user.is_disabled).map(({ email, name }) => ({ email, name }))} />}
        >
          <DataTable
            kind="section"
            name={t('token.title')}
            rows={tokens}
            rowKey={(token) => token.id}
            columns={[
              { key: 'name', title: t('token.name'), cell: (token) => token.name },
              { key: 'owner', title: t('token.owner'), look: 'quiet', cell: (token) => token.user_name },
              {
                key: 'created',
                title: t('token.created'),
                look: 'quiet',
                cell: (token) => <InstantText value={token.created_at} style="medium" />,
              },
              {
                key: 'state',
                title: t('admin.state'),
                cell: (token) => (
                  <StatusMark shape={token.revoked_at ? 'none' : 'ready'}>
                    {t(token.revoked_at ? 'token.isRevoked' : 'token.isActive')}
                  </StatusMark>
                ),
              },
              {
                key: 'revoke',
                title: <span className="sr-only">{t('token.revoke')}</span>,
                align: 'right',
                cell: (token) => (token.revoked_at ? null : <RevokeButton tokenId={token.id} name={token.name} />),
              },
            ]}
            empty={<EmptyState>{t('token.empty')}</EmptyState>}
          />
        </Section>
      </div>
    </>
  )
}
