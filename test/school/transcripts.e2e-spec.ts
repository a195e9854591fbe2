import { createHash, createPublicKey, verify } from 'node:crypto';
import { startApp, TestApp } from '../support/app';
import type { Answer } from '../support/client';
import type { Person } from '../support/make';
import { actionsOn, classOf, expectLikeMissing, student, teacher, violations } from './support';

describe('issued transcripts', () => {
  let t: TestApp;
  let ms: Person;
  let admin: Person;
  let own: Person;
  let term: { id: string; name: string };
  let classroomId: string;
  let gradeId: string;
  beforeAll(async () => (t = await startApp({ PUBLIC_URL: 'https://school.example.com' })));
  afterAll(() => t.stop());
  beforeEach(async () => {
    await t.reset();
    [ms, admin] = [await teacher(t), await t.make.admin()];
    const made = await classOf(t, ms);
    ({ own, term } = made);
    classroomId = made.classroom.id;
    gradeId = (await ms.client.post('/grades', made.input())).body.id;
  });

  const issue = (by: Person, values: object = {}): Promise<Answer> =>
    by.client.post('/school/transcripts', { student_id: own.user.id, ...values });
  const proofOf = (code: string): Promise<Answer> => t.client.get(`/school/verify/${encodeURIComponent(code)}`);

  it('are confirmed by their code, without a login, with all a recipient compares', async () => {
    const issued = await issue(admin);
    expect(issued).toMatchObject({ status: 201, body: { student_name: own.user.fullName, count: 1, mean: 87.25 } });
    const { code, signature, content_hash: hash, issued_at: issuedAt, id } = issued.body;
    expect(issued.body.url).toBe(`https://school.example.com/school/verify/${code}`);
    const proof = await proofOf(code);
    expect(proof).toMatchObject({
      status: 200,
      body: { status: 'valid', code, student_name: own.user.fullName, term: null, count: 1, mean: 87.25 },
    });
    expect(proof.body).toMatchObject({ issued_at: issuedAt, content_hash: hash, signature, revoked_at: null });
    expect(proof.body.lines).toMatchObject([{ subject: 'Mathematics', term: term.name, count: 1, mean: 87.25 }]);
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: proof.body.public_key }, format: 'jwk' });
    const signed = Buffer.from(`${code.replaceAll('-', '')}\n${issuedAt}\n${hash}`);
    expect(verify(null, signed, key, Buffer.from(signature, 'base64url'))).toBe(true);
    expect((await proofOf(code.toLowerCase().replaceAll('-', ' '))).body.status).toBe('valid');
    expect(await actionsOn(t, `transcript:${id}`)).toEqual(['school.transcript-issued']);
    expect(await violations(t)).toEqual([]);
  });

  it('say when the books have changed since, and hold again once they say the same', async () => {
    const { code } = (await issue(own)).body;
    await ms.client.patch(`/grades/${gradeId}`, { score: 99 });
    expect((await proofOf(code)).body).toMatchObject({ status: 'outdated', mean: 87.25 });
    await ms.client.patch(`/grades/${gradeId}`, { score: 87.25 });
    expect((await proofOf(code)).body.status).toBe('valid');
    const late = { student_id: own.user.id, classroom_id: classroomId, subject: 'Art', score: 87.25 };
    expect((await ms.client.post('/grades', late)).status).toBe(201);
    expect((await proofOf(code)).body).toMatchObject({ status: 'outdated', count: 1 });
  });

  it('of one term stay valid whatever comes in the next', async () => {
    const { body } = await issue(admin, { term_id: term.id });
    expect(body).toMatchObject({ term: term.name, count: 1 });
    const next = await t.make.term({ name: 'Next', startsOn: '2090-01-01', endsOn: '2090-06-30' });
    const later = { student_id: own.user.id, classroom_id: classroomId, subject: 'Art', score: 1, term_id: next.id };
    expect((await ms.client.post('/grades', later)).status).toBe(201);
    expect((await proofOf(body.code)).body).toMatchObject({ status: 'valid', term: term.name });
    expect((await issue(admin, { term_id: own.user.id })).body.code).toBe('term_not_found');
  });

  it('keep their name and their words when the student is called otherwise, and when they leave', async () => {
    const { code, student_name: name } = (await issue(admin)).body;
    await own.client.patch('/users/me', { full_name: 'Somebody Else' });
    expect((await proofOf(code)).body).toMatchObject({ status: 'valid', student_name: name });
    await admin.client.patch(`/users/${own.user.id}`, { roles: ['user'] });
    expect((await proofOf(code)).body).toMatchObject({ status: 'valid', student_name: name });
  });

  it('are revoked by the office, once, and then tell nothing but that', async () => {
    const { id, code } = (await issue(own)).body;
    const reason = { reason: 'A grade was another’s.' };
    expect((await own.client.post(`/school/transcripts/${id}/revoke`, reason)).status).toBe(403);
    expect((await admin.client.post(`/school/transcripts/${id}/revoke`, { reason: ' ' })).status).toBe(422);
    const revoked = await admin.client.post(`/school/transcripts/${id}/revoke`, reason);
    expect(revoked).toMatchObject({ status: 200, body: { id, ...reason } });
    const proof = { status: 'revoked', student_name: null, mean: null, count: null, lines: [] };
    expect((await proofOf(code)).body).toMatchObject({ ...proof, revoked_at: revoked.body.revoked_at });
    expect((await admin.client.post(`/school/transcripts/${id}/revoke`, reason)).body.code).toBe('transcript_revoked');
    expect(await actionsOn(t, `transcript:${id}`)).toEqual(['school.transcript-issued', 'school.transcript-revoked']);
    expect((await own.client.get(`/school/reports/students/${own.user.id}`)).body.issue).toBeNull();
  });

  it('are given to the student and the office alone; a teacher’s part is never issued', async () => {
    const stranger = await student(t);
    for (const person of [ms, stranger]) expect((await issue(person)).body.code).toBe('student_not_found');
    expect((await issue(admin, { student_id: ms.user.id })).body.code).toBe('student_not_found');
    expect((await t.client.post('/school/transcripts', { student_id: own.user.id })).status).toBe(401);
    const { id } = (await issue(admin)).body;
    for (const { client } of [ms, stranger]) {
      await expectLikeMissing(client, 'GET', '/school/transcripts/ID', id);
      expect((await client.get('/school/transcripts')).body.items).toEqual([]);
      expect((await client.get(`/school/transcripts?student_id=${own.user.id}`)).body.items).toEqual([]);
    }
    expect((await own.client.get(`/school/transcripts/${id}`)).body).toMatchObject({ id, issued_by: admin.user.id });
    const second = (await issue(own)).body.id;
    const page = await admin.client.get('/school/transcripts?limit=1');
    expect(page.body.items.map((one: any) => one.id)).toEqual([second]);
    const rest = await own.client.get(`/school/transcripts?limit=1&cursor=${page.body.next_cursor}`);
    expect(rest.body).toMatchObject({ items: [{ id }], next_cursor: null });
  });

  it('stand in the transcript as long as it says the same', async () => {
    const path = `/school/reports/students/${own.user.id}`;
    expect((await own.client.get(path)).body.issue).toBeNull();
    const { id, code, url, signature } = (await issue(admin)).body;
    expect((await own.client.get(path)).body.issue).toMatchObject({ id, code, url, signature });
    expect((await ms.client.get(path)).body).toMatchObject({ partial: true, issue: null });
    expect((await own.client.get(`${path}?as_of=2020-01-01T00:00:00Z`)).body.issue).toBeNull();
    await ms.client.patch(`/grades/${gradeId}`, { score: 12 });
    expect((await own.client.get(path)).body.issue).toBeNull();
  });

  it('print as PDF, now and as they were issued', async () => {
    const { id } = (await issue(admin)).body;
    await ms.client.patch(`/grades/${gradeId}`, { score: 12 });
    for (const path of [`/school/transcripts/${id}`, `/school/reports/students/${own.user.id}`]) {
      const pdf = await own.client.get(path, { accept: 'application/pdf' });
      expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      expect(pdf.text).toMatch(/^%PDF-[^]*%%EOF\s*$/);
      // The address of the seal is a link of the page.
      expect(/\/URI \(https:\/\/school\.example\.com\/school\/verify\//.test(pdf.text)).toBe(path.includes(id));
    }
    expect((await own.client.get(`/school/transcripts/${id}?format=csv`)).status).toBe(406);
  });

  it('cannot be guessed, forged or rewritten', async () => {
    const { id, code, content_hash: hash } = (await issue(own)).body;
    for (const guess of ['', 'x', '0'.repeat(20), `${code}0`, code.slice(1), '%00', '../reports/overview']) {
      expect((await proofOf(guess)).status).toBe(404);
    }
    const set = (what: string, values: unknown[] = []): Promise<unknown> =>
      t.db.query(`UPDATE school_transcripts SET ${what} WHERE id = '${id}'`, values);
    for (const what of [
      `content = '{}'`,
      `signature = ''`,
      `code = 'A'`,
      `student_id = '${ms.user.id}'`,
      `content = ''`,
    ]) {
      await expect(set(what)).rejects.toThrow();
    }
    await expect(t.db.query('DELETE FROM school_transcripts')).rejects.toThrow();
    // By somebody who may switch the trigger off: the hash gives it away, and with another hash the signature.
    const [{ content }] = await t.db.query<{ content: string }>('SELECT content FROM school_transcripts');
    expect(createHash('sha256').update(content).digest('hex')).toBe(hash);
    const forged = content.replaceAll('87.25', '99.5');
    await t.db.query('ALTER TABLE school_transcripts DISABLE TRIGGER USER');
    await set('content = $1', [forged]);
    expect((await proofOf(code)).body).toMatchObject({ status: 'damaged', student_name: null, lines: [] });
    expect(await violations(t)).toMatchObject([{ name: 'school.transcripts' }]);
    await set('content_hash = $1', [createHash('sha256').update(forged).digest('hex')]);
    await t.db.query('ALTER TABLE school_transcripts ENABLE TRIGGER USER');
    expect((await proofOf(code)).body.status).toBe('damaged');
  });

  it('are in the export of the student, and say nothing once their account is erased', async () => {
    const { id, code } = (await issue(own)).body;
    const { sections } = (await own.client.get('/users/me/export')).body;
    expect(sections.transcripts).toMatchObject([{ code, says: { count: 1, mean: 87.25 } }]);
    await ms.client.delete(`/classrooms/${classroomId}/enrollments/${own.user.id}`);
    expect((await admin.client.delete(`/users/${own.user.id}`)).status).toBe(204);
    expect((await proofOf(code)).body).toMatchObject({ status: 'revoked', student_name: null, lines: [] });
    expect((await admin.client.get(`/school/transcripts/${id}`)).status).toBe(404);
    expect((await admin.client.get('/school/transcripts')).body.items).toEqual([]);
    const rows = await t.db.query('SELECT content FROM school_transcripts');
    expect(rows).toEqual([{ content: '' }]);
  });

  it('are asked for so often and no more', async () => {
    const limited = await startApp({ ...t.env, RATE_LIMITS: '1000/minute,grades=3/minute' });
    const { code } = (await issue(own)).body;
    const statuses: number[] = [];
    for (let n = 0; n < 4; n++) statuses.push((await limited.client.get(`/school/verify/${code}`)).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    await limited.stop();
  });
});
