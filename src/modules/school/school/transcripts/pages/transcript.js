import { addressOf, byId, call, make, onSubmit, pathHere, say } from './atrium.js';

const PATH = '/school/verify';
const VERDICTS = {
  valid: ['Valid', 'good', 'Issued by this school, and what its books say today.'],
  outdated: [
    'Issued here, no longer up to date',
    'plain',
    'Issued by this school as below. Its books have changed since: ask the student for a new one if that matters.',
  ],
  revoked: ['Revoked', 'error', 'The school no longer vouches for this transcript.'],
  damaged: ['Not valid', 'error', 'What is kept under this code is not what was signed. Ask the school.'],
};

const shown = (mean) => (mean === null ? '–' : mean.toFixed(2));
const day = (time) => new Date(time).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

function fact(name, value) {
  return make('div', {}, make('dt', { textContent: name }), make('dd', { textContent: value }));
}

function tableOf(term, lines) {
  const number = { className: 'number' };
  const head = [
    make('th', { scope: 'col' }, 'Subject'),
    make('th', { scope: 'col' }, 'Classroom'),
    make('th', { scope: 'col', ...number }, 'Grades'),
    make('th', { scope: 'col', ...number }, 'Mean'),
  ];
  const rows = lines.map(({ subject, classroom, count, mean }) =>
    make(
      'tr',
      {},
      make('td', {}, subject),
      make('td', {}, classroom),
      make('td', number, String(count)),
      make('td', number, shown(mean)),
    ),
  );
  const body = make('tbody', {}, ...rows);
  return make('table', {}, make('caption', {}, term), make('thead', {}, make('tr', {}, ...head)), body);
}

function show(proof) {
  const [title, kind, words] = VERDICTS[proof.status];
  say(byId('verdict'), title, kind);
  byId('explanation').textContent = words;
  const facts = [fact('Code', proof.code), fact('Issued on', day(proof.issued_at))];
  if (proof.revoked_at) facts.push(fact('Revoked on', day(proof.revoked_at)));
  if (proof.student_name !== null) {
    facts.unshift(fact('Student', proof.student_name), fact('Term', proof.term ?? 'All terms'));
    facts.push(fact('Grades', String(proof.count)), fact('Mean of all', shown(proof.mean)));
  }
  byId('facts').replaceChildren(...facts);
  const terms = [...new Set(proof.lines.map(({ term }) => term))];
  const of = (term) => proof.lines.filter((line) => line.term === term);
  byId('lines').replaceChildren(...terms.map((term) => tableOf(term, of(term))));
  byId('signature').textContent = proof.signature;
  byId('proof').hidden = false;
}

async function verify(code) {
  byId('proof').hidden = true;
  const proof = await call('GET', `${PATH}/${encodeURIComponent(code)}`);
  history.replaceState(null, '', addressOf(`${PATH}/${proof.code}`));
  show(proof);
  byId('proof').focus();
}

onSubmit(byId('ask'), ({ code }) => verify(code.trim()));

const given = decodeURIComponent(
  pathHere()
    .slice(PATH.length + 1)
    .split(/[?#]/, 1)[0],
);
byId('code').value = given;
if (given) byId('ask').requestSubmit();
