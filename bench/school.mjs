import { residentMb } from './children.mjs';
import { measure, pace } from './measure.mjs';
import { contendersOf } from './rows.mjs';
import { queries } from './seed.mjs';
import { table } from './table.mjs';

const CLASSROOMS = 1000;
const STUDENTS = 30_000;
const GRADES = 1_000_000;
const IMPORTED = 10_000;
const OVERVIEWS = 7;
const PER_SECOND = 30;
const SECONDS = 6;
const SAMPLE_MS = 50;

/** The id of the n-th thing, 1-based; sorts as n. */
const id = (kind, n) => `${kind}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const idIn = (kind, n) => `('${kind}-0000-7000-8000-' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`;
const [TEACHER, STUDENT, TERM, CLASSROOM, GRADE] = ['01960000', '01961000', '01962000', '01963000', '01964000'];
const SUBJECTS = `(ARRAY['Art', 'English', 'Geography', 'History', 'Mathematics', 'Science'])`;

/** One statement for each table; what triggers watch over holds by the making. */
export const FILL = [
  `UPDATE users SET permissions = ARRAY['manage_school'] WHERE username = 'bench'`,
  `SET session_replication_role = replica`,
  `INSERT INTO users (id, email, full_name, roles)
     SELECT ${idIn(TEACHER, 'n')}, 'teacher' || n || '@bench.test', 'Teacher ' || n, ARRAY['teacher'] FROM generate_series(1, 200) n`,
  `INSERT INTO users (id, email, full_name, roles)
     SELECT ${idIn(STUDENT, 'n')}, 'student' || n || '@bench.test', 'Student ' || n, ARRAY['student'] FROM generate_series(1, ${STUDENTS}) n`,
  `INSERT INTO school_terms (id, name, starts_on, ends_on, closed_at) VALUES
     ('${id(TERM, 1)}', 'Spring', current_date - 300, current_date - 101, now()),
     ('${id(TERM, 2)}', 'Autumn', current_date - 100, current_date + 100, NULL)`,
  `INSERT INTO classrooms (id, name, grade_level, teacher_id, capacity)
     SELECT ${idIn(CLASSROOM, 'n')}, 'Class ' || lpad(n::text, 4, '0'), 1 + n % 13, ${idIn(TEACHER, '1 + n % 200')}, 40
     FROM generate_series(1, ${CLASSROOMS}) n`,
  `INSERT INTO enrollments (id, classroom_id, student_id, enrolled_on)
     SELECT gen_random_uuid(), ${idIn(CLASSROOM, `1 + n % ${CLASSROOMS}`)}, ${idIn(STUDENT, 'n')}, current_date - 300
     FROM generate_series(1, ${STUDENTS}) n`,
  `INSERT INTO grades (id, student_id, classroom_id, term_id, version, subject, assessment, score_hundredths, weight_hundredths, comments)
     SELECT ${idIn(GRADE, 'n')}, ${idIn(STUDENT, `1 + n % ${STUDENTS}`)}, ${idIn(CLASSROOM, `1 + (1 + n % ${STUDENTS}) % ${CLASSROOMS}`)},
       ${idIn(TERM, `1 + n / ${STUDENTS} % 2`)}, 1, ${SUBJECTS}[1 + n / ${STUDENTS} % 6], 'Test ' || n / ${STUDENTS},
       4000 + (n % 6001) * 7919 % 6001, 100 + 100 * (n % 2), 'Well done.'
     FROM generate_series(1, ${GRADES}) n`,
  `INSERT INTO grade_versions (grade_id, version, created_at, subject, assessment, score_hundredths, weight_hundredths, comments, deleted, reason)
     SELECT id, version, updated_at, subject, assessment, score_hundredths, weight_hundredths, comments, false, '' FROM grades`,
  `SET session_replication_role = DEFAULT`,
  'VACUUM ANALYZE',
];

/** Twenty grades of a classroom, the newest first, beside the same statement behind bare Fastify. */
const LIST = {
  name: 'grades',
  label: '20 grades of a classroom',
  requests: Array.from({ length: 200 }, (_, n) => ({
    path: `/api/v1/grades?limit=20&classroom_id=${id(CLASSROOM, n * 5 + 1)}`,
  })),
  atrium: 'uncached',
  bare: { 'bare, verified tokens remembered': '' },
  prepare: async ({ token }) => ({ authorization: `Bearer ${await token()}` }),
};

/** What a school of 30,000 costs, in lines of text. */
export async function school(stage, { rounds, seconds }) {
  await queries(stage.databaseUrl, FILL);
  const headers = { authorization: `Bearer ${await stage.token()}` };
  const results = await measure(await contendersOf(LIST, stage), { rounds, seconds });
  const reports = Array.from(
    { length: 200 },
    (_, n) => `/api/v1/school/reports/classrooms/${id(CLASSROOM, n * 5 + 1)}`,
  );
  const then = `?as_of=${new Date().toISOString()}`;
  const now = await pace({ origin: stage.uncached.origin, requests: gets(reports, headers) }, PACE);
  const past = await pace(
    {
      origin: stage.uncached.origin,
      requests: gets(
        reports.map((path) => path + then),
        headers,
      ),
    },
    PACE,
  );
  const transcripts = Array.from(
    { length: 200 },
    (_, n) => `/api/v1/school/reports/students/${id(STUDENT, n * 149 + 1)}`,
  );
  const transcript = await pace({ origin: stage.uncached.origin, requests: gets(transcripts, headers) }, PACE);
  const overview = await times(() => get(stage, '/api/v1/school/reports/overview', headers));
  const imported = await importing(stage, headers);
  return [
    table([{ label: LIST.label, results }]),
    '',
    `${CLASSROOMS} classrooms, ${STUDENTS} students, ${GRADES} grades; ${PER_SECOND} requests/s for ${SECONDS} s each:`,
    `report of a classroom: ${shown(now)}; as of an instant: ${shown(past)}; transcript: ${shown(transcript)}.`,
    `Overview: median ${overview.median} ms, longest ${overview.longest} ms of ${OVERVIEWS}.`,
    ...imported,
  ].join('\n');
}

const PACE = { perSecond: PER_SECOND, seconds: SECONDS };
const gets = (paths, headers) => paths.map((path) => ({ path, headers }));
const shown = ({ p50, p99, bad }) =>
  `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms${bad > 0 ? ` (${bad} FAILED)` : ''}`;

async function get({ uncached }, path, headers) {
  const response = await fetch(uncached.origin + path, { headers });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
}

async function times(work) {
  const all = [];
  for (let n = 0; n < OVERVIEWS; n++) {
    const begun = performance.now();
    await work();
    all.push(performance.now() - begun);
  }
  all.sort((a, b) => a - b);
  return { median: Math.round(all[Math.floor(all.length / 2)]), longest: Math.round(all.at(-1)) };
}

/** New grades and then the same file again, with what the process holds at most meanwhile. */
async function importing({ uncached }, headers) {
  const line = (n) =>
    `student${1 + n}@bench.test,Class ${String(1 + ((1 + n) % CLASSROOMS)).padStart(4, '0')},Autumn,Art,Imported,${50 + (n % 50)}.5`;
  const body = [
    'student_email,classroom,term,subject,assessment,score',
    ...Array.from({ length: IMPORTED }, (_, n) => line(n)),
  ].join('\n');
  const lines = [];
  for (const what of ['new grades', 'grades that are there already']) {
    const before = residentMb(uncached.pid);
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, residentMb(uncached.pid))), SAMPLE_MS);
    const begun = performance.now();
    const response = await fetch(`${uncached.origin}/api/v1/school/import?kind=grades`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'text/csv' },
      body,
    });
    const seconds = (performance.now() - begun) / 1000;
    clearInterval(watch);
    const text = await response.text();
    if (!response.ok) throw new Error(`The import answered ${response.status}: ${text}`);
    lines.push(
      `Import of ${IMPORTED} ${what}: ${seconds.toFixed(1)} s, ${Math.round(most - before)} MB more than the ${Math.round(before)} before.`,
    );
  }
  return lines;
}
