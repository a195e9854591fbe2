import { newId } from '../../src/core/kernel/runtime';
import { Phone } from '../identity/mfa/support';
import { TestApp, workerApp } from '../support/app';

describe('the database itself refuses', () => {
  let t: TestApp;
  beforeAll(async () => (t = await workerApp()));
  afterAll(() => t.stop());
  afterEach(() => jest.restoreAllMocks());

  const enrol = (classroomId: string, studentId: string) =>
    t.db.execute(
      'INSERT INTO enrollments (id, classroom_id, student_id, enrolled_on) VALUES ($1, $2, $3, current_date)',
      [newId(), classroomId, studentId],
    );

  it('more students than there are places, and fewer places than students', async () => {
    const admin = await t.make.admin();
    const teacher = await t.make.person({ roles: ['teacher'] });
    const input = { name: 'Two places', grade_level: 7, teacher_id: teacher.user.id, capacity: 2 };
    const { body } = await admin.client.post('/classrooms', input);
    const students = [await t.make.user(), await t.make.user(), await t.make.user()];
    await enrol(body.id, students[0].id);
    await enrol(body.id, students[1].id);
    await expect(enrol(body.id, students[2].id)).rejects.toThrow('no more than 2 places');
    await expect(t.db.execute('UPDATE classrooms SET capacity = 1 WHERE id = $1', [body.id])).rejects.toThrow('places');
    await t.db.execute('UPDATE classrooms SET capacity = 3 WHERE id = $1', [body.id]);
    await enrol(body.id, students[2].id);
  });

  it('the last step of a second factor to go back, and a recovery code to be good again', async () => {
    const phone = new Phone([t]);
    phone.start();
    const { user, client, recoveryCodes } = await phone.enrolled();
    await expect(t.db.execute('UPDATE mfa_factors SET last_step = 0 WHERE user_id = $1', [user.id])).rejects.toThrow();
    expect((await client.post('/auth/step-up', { code: recoveryCodes[0] })).status).toBe(204);
    const again = 'UPDATE mfa_recovery_codes SET used_at = NULL WHERE user_id = $1 AND used_at IS NOT NULL';
    await expect(t.db.execute(again, [user.id])).rejects.toThrow('stays used');
  });

  it('a refresh token to be good again', async () => {
    const { refreshToken } = await t.make.person();
    expect((await t.client.post('/auth/refresh', { refresh_token: refreshToken })).status).toBe(200);
    await expect(t.db.execute('UPDATE refresh_tokens SET used_at = NULL')).rejects.toThrow('stays used');
  });
});
