'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { InstantText } from '@/ui/date-text'
import { Form } from '@/ui/form/form'
import { MentionArea } from '@/ui/form/mention-area'
import { useActionForm } from '@/ui/form/use-action-form'
import { Section } from '@/ui/section'
import { addCommentAction } from '../actions'
import type { Talk } from '../queries/find-comments'
import type { SubjectKind } from '../rules/teams'

type CommentSectionProps = { subjectKind: SubjectKind; subjectId: string; talk: Talk }

/** What people said about a record, and a place to say more. */
export function CommentSection({ subjectKind, subjectId, talk }: CommentSectionProps) {
  const t = useTranslations('tasks')
  const form = useActionForm(addCommentAction, {
    input: (fields) => ({ subjectKind, subjectId, body: fields.text('body') }),
    resetsWhenDone: true,
  })
  return (
    <Section title={t('comments')}>
      {talk.comments.map((comment) => (
        <div key={comment.id} className="mb-2">
          <span className="md">{comment.author}</span>{' '}
          <span className="q">
            <InstantText value={comment.created_at} />
          </span>
          <p className="whitespace-pre-line">{withMentions(comment.body)}</p>
        </div>
      ))}
      <Form form={form} name={t('addComment')}>
        <MentionArea
          name="body"
          label={t('writeComment')}
          hideLabel
          rows={2}
          placeholder={t('writeComment')}
          hint={t('mentionHint')}
          people={talk.people}
        />
        <div>
          <Button>{t('addComment')}</Button>
        </div>
      </Form>
    </Section>
  )
}

/** Names after '@' stand out; whoever is meant was told by mail. */
function withMentions(body: string) {
  return body.split(/(@[\p{L}\p{N}][\p{L}\p{N}._-]*)/u).map((part, at) => (at % 2 === 1 ? <b key={`${at} ${part}`}>{part}</b> : part))
}
