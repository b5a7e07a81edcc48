import * as z from 'zod'
import { ROLES } from '@/core/actor'
import { isRecordPath } from './rules/pinned-place'
import { RHYTHMS, VIEW_PAGE_KEYS } from './rules/saved-view'

export const Email = z.string().trim().toLowerCase().pipe(z.email('people/not-an-email'))
const Name = z.string().trim().min(1, 'required').max(120, 'too-long')
/** At least ten characters: length is what makes a password strong. */
export const Password = z.string().min(10, 'people/password-too-short').max(200, 'too-long')
export const Roles = z.array(z.enum(ROLES)).min(1, 'people/role-needed').max(ROLES.length)

export const AddUserInput = z.strictObject({
  email: Email,
  name: Name,
  roles: Roles,
  password: Password.nullable().default(null),
  locale: z.enum(['en', 'zh-CN']).default('en'),
})
export const ChangeUserInput = z.strictObject({ userId: z.uuid(), version: z.coerce.number().int(), name: Name, roles: Roles })
export const DisableUserInput = z.strictObject({ userId: z.uuid(), isDisabled: z.boolean() })
export const SetPasswordInput = z.strictObject({ userId: z.uuid(), password: Password })
export const ChangePreferencesInput = z.strictObject({ locale: z.enum(['en', 'zh-CN']), theme: z.enum(['system', 'light', 'dark']) })
export const ChooseNewsMailInput = z.strictObject({ newsMail: z.enum(['at-once', 'daily', 'never']) })
export const CreateTokenInput = z.strictObject({ email: Email, name: Name })
export const RevokeTokenInput = z.strictObject({ tokenId: z.uuid() })

const RecordPath = z.string().max(500, 'too-long').refine(isRecordPath, 'people/not-a-record')
export const PinPlaceInput = z.strictObject({ path: RecordPath, label: z.string().trim().min(1, 'required').max(160, 'too-long') })
export const UnpinPlaceInput = z.strictObject({ path: RecordPath })

const ViewName = z.string().trim().min(1, 'required').max(80, 'too-long')
/** The part of an address behind the question mark, as `viewQuery` spells it. */
const ViewQuery = z.string().max(20_000, 'too-long')

export const AddViewInput = z.strictObject({
  page: z.enum(VIEW_PAGE_KEYS),
  name: ViewName,
  query: ViewQuery,
  isShared: z.boolean().default(false),
})
/** What is left out stays as it is. */
export const ChangeViewInput = z.strictObject({
  viewId: z.uuid(),
  version: z.number().int().positive(),
  name: ViewName.optional(),
  query: ViewQuery.optional(),
  isShared: z.boolean().optional(),
})
export const RemoveViewInput = z.strictObject({ viewId: z.uuid() })
/** The roles that see the view first; no role takes the view back from all. */
export const SetRoleViewInput = z.strictObject({ viewId: z.uuid(), roles: z.array(z.enum(ROLES)).max(ROLES.length) })
export const SubscribeViewInput = z.strictObject({ viewId: z.uuid(), rhythm: z.enum(RHYTHMS).nullable() })
export const SendViewMailInput = z.strictObject({
  subscriptionId: z.uuid(),
  today: z.iso.date(),
  /** Null when there is nothing to tell. */
  mail: z.strictObject({ to: z.email(), subject: z.string().max(300), text: z.string(), html: z.string() }).nullable(),
})
