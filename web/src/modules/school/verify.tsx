import { Alert, Button, Code, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api, ok, type components } from '../../shell/api';
import { Bare } from '../../shell/frame/bare';
import { Facts, ProblemAlert } from '../../shell/kit';
import { msg, useFormat, useTranslation } from '../../shell/text';
import { TranscriptLines } from './transcript-lines';

type Proof = components['schemas']['TranscriptProof'];

const VERDICTS: Readonly<Record<Proof['status'], { title: string; color: string; words: string }>> = {
  valid: {
    title: msg('Valid'),
    color: 'teal',
    words: msg('Issued by this school, and what its books say today.'),
  },
  outdated: {
    title: msg('Issued here, no longer up to date'),
    color: 'yellow',
    words: msg(
      'Issued by this school as below. Its books have changed since: ask the student for a new one if that matters.',
    ),
  },
  revoked: {
    title: msg('Revoked'),
    color: 'red',
    words: msg('The school no longer vouches for this transcript.'),
  },
  damaged: {
    title: msg('Not valid'),
    color: 'red',
    words: msg('What is kept under this code is not what was signed. Ask the school.'),
  },
};

/** Where anybody who holds a transcript compares it with the school's books. The code is in the path alone, never sent on as a parameter. */
export default function Verify() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { code: given = '' }: Record<string, string> = useParams({ strict: false });
  const [code, setCode] = useState(given);
  const asked = useRef('');
  const verify = useMutation({
    mutationFn: (one: string) => ok(api.GET('/api/v1/school/verify/{code}', { params: { path: { code: one } } })),
    onSuccess: async (proof) => {
      asked.current = proof.code;
      await navigate({ to: `/school/verify/${proof.code}`, replace: true });
    },
  });
  const { mutate } = verify;
  useEffect(() => {
    if (!given || asked.current === given) return;
    asked.current = given;
    setCode(given);
    mutate(given);
  }, [given, mutate]);
  return (
    <Bare title={t('Verify a transcript')} wide>
      <Stack>
        <Text c="dimmed">
          {t('The code is on the paper, beside the square. Compare what the paper says with what stands here.')}
        </Text>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (code.trim()) mutate(code.trim());
          }}
        >
          <Stack>
            <TextInput
              label={t('Code')}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              required
              withAsterisk={false}
              value={code}
              onChange={({ currentTarget }) => setCode(currentTarget.value)}
            />
            <Button type="submit" loading={verify.isPending}>
              {t('Verify')}
            </Button>
          </Stack>
        </form>
        {verify.isError && <ProblemAlert error={verify.error} onRetry={() => mutate(code.trim())} />}
        {verify.data && <Verdict proof={verify.data} />}
      </Stack>
    </Bare>
  );
}

function Verdict({ proof }: { proof: Proof }) {
  const { t } = useTranslation();
  const format = useFormat();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), [proof]);
  const { title, color, words } = VERDICTS[proof.status];
  const mean =
    proof.mean === null ? '–' : format.number(proof.mean, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const isTold = proof.student_name !== null;
  return (
    <section ref={box} id="proof" tabIndex={-1} aria-label={t(title)} style={{ outline: 'none' }}>
      <Alert
        color={color}
        title={
          <Title order={2} c="inherit">
            {t(title)}
          </Title>
        }
        mb="md"
        role="status"
      >
        {t(words)}
      </Alert>
      <div id="facts">
        <Facts
          of={[
            ...(isTold
              ? ([
                  [t('Student'), proof.student_name],
                  [t('Term'), proof.term ?? t('All terms')],
                ] as const)
              : []),
            [t('Code'), proof.code],
            [t('Issued on'), format.day(proof.issued_at)],
            ...(proof.revoked_at ? ([[t('Revoked on'), format.day(proof.revoked_at)]] as const) : []),
            ...(isTold
              ? ([
                  [t('Grades'), proof.count],
                  [t('Mean of all'), mean],
                ] as const)
              : []),
          ]}
        />
      </div>
      <TranscriptLines lines={proof.lines} />
      <Text fz="xs" c="dimmed" mt="md" className="breaks">
        {t('Signature')} <Code>{proof.signature}</Code>
      </Text>
    </section>
  );
}
