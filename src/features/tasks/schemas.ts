import * as z from 'zod'
import { PageNumber } from '@/core/list-page'
import { REQUEST_FACTS } from './rules/request-wording'
import { SUBJECT_KINDS, TEAMS } from './rules/teams'

/** Requests of one command. */
const CHOSEN_MAX = 2_000

const Text = z.string().trim().max(4000, 'too-long')

const Wording = z.strictObject({
  claim: z.string(),
  customer: z.string(),
  minor: z.string().regex(/^-?\d+$/),
  currency: z.string().length(3),
  facts: z.array(z.strictObject({ name: z.enum(REQUEST_FACTS), value: z.string() })),
})

export const AskTeamInput = z.strictObject({
  /** What is asked for: an evidence code ('proof-of-delivery') or 'question'. */
  kind: z.string().trim().min(1, 'required').max(60),
  subjectKind: z.enum(SUBJECT_KINDS),
  subjectId: z.uuid(),
  team: z.enum(TEAMS),
  title: z.string().trim().min(1, 'required').max(200, 'too-long'),
  body: Text.default(''),
  dueAt: z.iso.datetime({ offset: true, error: 'not-a-date' }).nullable().default(null),
  locale: z.enum(['en', 'zh-CN']).default('en'),
  /** True: it asks for a paper that is missing, and ends by itself when that arrives. */
  closesOnArrival: z.boolean().default(false),
  /** Where the product words it: from what, so that everybody reads it in the own language. */
  wording: Wording.optional(),
})
export const AnswerTaskInput = z.strictObject({ taskId: z.uuid(), version: z.coerce.number().int(), answer: Text.min(1, 'required') })
export const CloseTaskInput = z.strictObject({
  taskId: z.uuid(),
  version: z.coerce.number().int(),
  isCancelled: z.boolean().default(false),
})
/** Requests chosen in a list, with the versions that were seen. */
const ChosenTasks = z
  .array(z.strictObject({ id: z.uuid(), version: z.coerce.number().int() }))
  .min(1)
  .max(CHOSEN_MAX)
export const ChooseTasksInput = z.strictObject({ tasks: ChosenTasks })
export const AssignTasksInput = z.strictObject({ tasks: ChosenTasks, ownerId: z.uuid().nullable() })
export const RescheduleTasksInput = z.strictObject({ tasks: ChosenTasks, dueOn: z.iso.date('not-a-date').nullable() })
export const RemindTaskInput = z.strictObject({ taskId: z.uuid() })
export const EscalateTasksInput = z.strictObject({})
export const AddCommentInput = z.strictObject({ subjectKind: z.enum(SUBJECT_KINDS), subjectId: z.uuid(), body: Text.min(1, 'required') })

export const TASK_STATES_SHOWN = ['open', 'answered', 'closed', 'all'] as const

/** What the list of tasks shows; lives in the URL. */
export const TaskFilter = z.object({
  view: z.enum(['mine', 'asked-by-me', 'all']).catch('mine'),
  state: z.enum(TASK_STATES_SHOWN).catch('open'),
  team: z.enum(TEAMS).optional().catch(undefined),
  page: PageNumber,
})
export type TaskFilter = z.output<typeof TaskFilter>
