import { ROLES, type Role } from '@/core/actor'
import { addUser } from '@/features/people/commands/add-user'
import { disableUser } from '@/features/people/commands/disable-user'
import { findUsers } from '@/features/people/queries/find-users'
import { type CliCommand, type ExitCode, UsageError } from '../command'
import { findCliActor } from '../find-cli-actor'
import { printJson } from '../output'
import { readArguments } from '../read-arguments'

/** People: add, list, disable. */
export const user: CliCommand = {
  name: 'user',
  usage: 'add EMAIL --name NAME --role ROLE [--role ROLE] [--password WORDS] | list | disable EMAIL',
  summary: 'people who may sign in',
  async run([verb, ...args]) {
    if (verb === 'add') return add(args)
    if (verb === 'list') return list()
    if (verb === 'disable') return disable(args)
    throw new UsageError('user needs add, list or disable')
  },
}

async function add(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    name: { type: 'string' },
    role: { type: 'string', multiple: true },
    password: { type: 'string' },
    locale: { type: 'string' },
  })
  const [email] = positionals
  if (email === undefined) throw new UsageError('user add needs an e-mail address')
  const roles = (values.role ?? []).map(asRole)
  if (roles.length === 0) throw new UsageError(`user add needs --role: ${ROLES.join(', ')}`)
  const locale = values.locale === 'zh-CN' ? 'zh-CN' : 'en'
  const actor = await findCliActor(undefined)
  printJson(await addUser(actor, { email, name: values.name ?? email, roles, password: values.password ?? null, locale }))
  return 0
}

async function list(): Promise<ExitCode> {
  const users = await findUsers(await findCliActor(undefined))
  printJson({
    users: users.map(({ id, email, name, locale, is_disabled, roles, customers }) => ({
      id,
      email,
      name,
      locale,
      isDisabled: is_disabled,
      roles,
      customers: customers.map((customer) => customer.code),
    })),
  })
  return 0
}

async function disable([email]: readonly string[]): Promise<ExitCode> {
  if (email === undefined) throw new UsageError('user disable needs an e-mail address')
  const actor = await findCliActor(undefined)
  const found = (await findUsers(actor)).find((row) => row.email === email.trim().toLowerCase())
  if (!found) throw new UsageError(`${email}: no such user`)
  printJson(await disableUser(actor, { userId: found.id, isDisabled: true }))
  return 0
}

function asRole(text: string): Role {
  const role = ROLES.find((candidate) => candidate === text)
  if (!role) throw new UsageError(`${text} is no role; there are ${ROLES.join(', ')}`)
  return role
}
