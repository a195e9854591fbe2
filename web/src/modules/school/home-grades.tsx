import { useQuery } from '@tanstack/react-query';
import { get } from '../../shell/api';
import { HomeList } from '../../shell/kit/home-list';
import { useMe } from '../../shell/session/me';
import { useFormat, useTranslation } from '../../shell/text';

/** A pupil's newest grades, on the first screen. */
export default function HomeGrades() {
  const { t } = useTranslation();
  const format = useFormat();
  const { id } = useMe();
  const found = useQuery(get('/api/v1/grades', { params: { query: { student_id: id, limit: 4 } } }));
  return (
    <HomeList
      title={t('My newest grades')}
      to="/school/grades"
      found={found}
      empty={t('You have no grades yet.')}
      rows={(found.data?.items ?? []).map((grade) => ({
        key: grade.id,
        to: '/school/grades',
        text: [grade.subject, grade.assessment].filter(Boolean).join(', '),
        aside: `${format.number(grade.score)} · ${format.ago(grade.created_at)}`,
      }))}
    />
  );
}
