import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { api, get, ok, type components } from '../api';
import { FormStatus, useSubmit } from '../form';
import { ProblemAlert } from '../kit/problem';
import { RowsSkeleton } from '../kit/skeletons';
import { useTranslation } from '../text/i18n';
import { CommentThread } from './comment-thread';
import type { ResourceRef } from './resource-ref';

const path = '/api/v1/comments';
type Comment = components['schemas']['Comment'];

/** What people say of a resource, in threads. @param mayComment whether who looks has that right */
export function CommentsPanel({ resource, mayComment = true }: { resource: ResourceRef; mayComment?: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const of = { resource_type: resource.type, resource_id: resource.id };
  const pages = useInfiniteQuery({
    queryKey: [path, of],
    queryFn: ({ pageParam, signal }) =>
      get(path, { params: { query: { ...of, limit: 100, ...(pageParam && { cursor: pageParam }) } } }).queryFn({
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
  });
  const changed = (): Promise<void> => queries.invalidateQueries({ queryKey: [path, of] });
  const all: Comment[] = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const firsts = all.filter(({ parent_id: parent }) => parent === null);
  return (
    <Stack gap="md">
      {pages.isPending && <RowsSkeleton rows={3} />}
      {pages.isError && <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data && firsts.length === 0 && <Text c="dimmed">{t('Nobody has said anything yet.')}</Text>}
      {firsts.map((first) => (
        <CommentThread
          key={first.id}
          first={first}
          answers={all.filter(({ parent_id: parent }) => parent === first.id)}
          mayComment={mayComment}
          onChanged={changed}
        />
      ))}
      {pages.hasNextPage && (
        <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('Show more')}
        </Button>
      )}
      {mayComment && <CommentForm label={t('Comment')} of={of} onSaid={changed} />}
    </Stack>
  );
}

interface CommentFormProps {
  readonly label: string;
  readonly of: { readonly resource_type: string; readonly resource_id: string; readonly parent_id?: string };
  readonly onSaid: () => Promise<void>;
}

export function CommentForm({ label, of, onSaid }: CommentFormProps) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { body: '' } });
  const { submit, busy, error } = useSubmit(
    async ({ body }: { body: string }, headers) => {
      await ok(api.POST(path, { body: { ...of, body }, headers }));
      form.reset();
      await onSaid();
    },
    { fields: form },
  );
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))}>
      <Stack gap="xs" align="flex-start">
        <Textarea
          w="100%"
          label={label}
          autosize
          minRows={2}
          maxRows={12}
          required
          withAsterisk={false}
          {...form.getInputProps('body')}
        />
        <FormStatus error={error} values={form.values} />
        <Button type="submit" size="compact-md" loading={busy} disabled={form.values.body.trim() === ''}>
          {t('Say it')}
        </Button>
      </Stack>
    </form>
  );
}
