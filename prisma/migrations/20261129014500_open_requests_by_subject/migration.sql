-- What somebody was asked about and has not answered is read from the index alone, however many requests were answered before.
CREATE INDEX "task_open_by_subject_idx" ON "task" ("subject_kind", "subject_id") INCLUDE ("customer_id") WHERE "state" = 'open';
