import { randomBytes } from 'node:crypto';
import { Invariants } from '../../../src/core/data/invariants';
import { startApp, TestApp } from '../../support/app';
import { databaseText } from '../../support/dump';
import type { Person } from '../../support/make';
import { until } from '../../support/until';
import { ChatClient } from './support';

describe('rooms and the rest of the house', () => {
  let one: TestApp;
  let two: TestApp;
  let admin: Person;

  beforeAll(async () => {
    one = await startApp();
    two = await startApp(one.env);
    admin = await one.make.admin();
  });
  afterAll(async () => {
    expect((await one.app.get(Invariants).verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
    await two.stop();
    await one.stop();
  });

  const enter = async (t: TestApp, person: Person, room: string): Promise<ChatClient> => {
    const client = await ChatClient.open(t.url, room, person.accessToken);
    await client.settled();
    return client;
  };
  const rooms = async (person: Person): Promise<string[]> =>
    (await person.client.get('/chat/rooms?mine=true')).body.items.map((r: any) => r.title as string);

  it('of a classroom follow who is in it, open sockets too', async () => {
    await one.make.term();
    const teacher = await one.make.person({ roles: ['teacher'] });
    const next = await one.make.person({ roles: ['teacher'] });
    const student = await one.make.person({ roles: ['student'] });
    const made = await admin.client.post('/classrooms', { name: '7b', grade_level: 7, teacher_id: teacher.user.id });
    const room = made.body.id as string;
    expect(await rooms(teacher)).toEqual(['7b']);
    expect((await student.client.get(`/chat/rooms/${room}`)).status).toBe(404);
    const enroll = () => teacher.client.post(`/classrooms/${room}/enrollments`, { student_id: student.user.id });
    expect((await enroll()).status).toBe(201);
    const [t, s] = [await enter(one, teacher, room), await enter(two, student, room)];
    t.send('Welcome');
    await s.hearsSaid('Welcome');
    expect((await teacher.client.put(`/chat/rooms/${room}/members/${next.user.id}`, {})).body.code).toBe(
      'members_fixed',
    );
    expect((await teacher.client.delete(`/classrooms/${room}/enrollments/${student.user.id}`)).status).toBe(204);
    expect(await s.isClosed(2000)).toEqual({ code: 1008, reason: 'room_not_found' });
    expect((await enroll()).status).toBe(201);
    const back = await enter(two, student, room);
    const change = { name: '7c', teacher_id: next.user.id };
    expect((await admin.client.patch(`/classrooms/${room}`, change)).status).toBe(200);
    expect(await t.isClosed(2000)).toMatchObject({ code: 1008 });
    expect([await rooms(teacher), await rooms(next), await rooms(student)]).toEqual([[], ['7c'], ['7c']]);
    await back.close();
    const csv = `classroom,student_email,enrolled_on,withdrawn_on\n7c,${student.user.email},,${new Date().toISOString().slice(0, 10)}\n`;
    const imported = await admin.client.post('/school/import?kind=enrollments', csv, { 'content-type': 'text/csv' });
    expect({ status: imported.status, text: imported.text }).toMatchObject({ status: 200 });
    expect(await rooms(student)).toEqual([]);
  });

  it('share files with who is in them, and with nobody else', async () => {
    const [ada, bob, eve] = [await one.make.person(), await one.make.person(), await one.make.person()];
    const form = new FormData();
    const png = Buffer.concat([
      Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
      Buffer.from('0000000d49444154789c63f8cfc0f01f00050001ff89993d1d0000000049454e44ae426082', 'hex'),
    ]);
    form.append('file', new Blob([png], { type: 'image/png' }), 'dot.png');
    const upload = await fetch(`${one.url}/api/v1/storage/upload`, {
      method: 'POST',
      headers: ada.client.given,
      body: form,
    });
    const { id: fileId } = (await upload.json()) as { id: string };
    expect(upload.status).toBe(201);
    const { body: room } = await ada.client.post('/chat/rooms', { kind: 'private', members: [bob.user.id] });
    const b = await enter(two, bob, room.room);
    const stolen = await bob.client.post(`/chat/rooms/${room.room}/messages`, { content: 'mine', file_id: fileId });
    expect(stolen.body.code).toBe('file_not_found');
    const a = await enter(one, ada, room.room);
    a.send({ content: '', file_id: fileId });
    const { id, file } = await b.hears(({ type }) => type === 'message');
    expect(file).toEqual({ id: fileId, name: 'dot.png', content_type: 'image/png', size: png.length });
    const path = `/chat/rooms/${room.room}/messages/${id}/file`;
    const got = await fetch(`${two.url}/api/v1${path}`, { headers: bob.client.given });
    expect([got.status, Buffer.from(await got.arrayBuffer()).equals(png)]).toEqual([200, true]);
    expect((await bob.client.get(`/storage/download/${fileId}`)).status).toBe(404);
    expect((await eve.client.get(path)).body.code).toBe('room_not_found');
    expect((await ada.client.delete(`/chat/rooms/${room.room}/messages/${id}`)).status).toBe(204);
    expect((await bob.client.get(path)).body.code).toBe('file_not_found');
    await Promise.all([a.close(), b.close()]);
  });

  it('give somebody what is kept of them, and forget it with the account', async () => {
    const secret = `canary-${randomBytes(8).toString('hex')}`;
    const [ada, bob] = [await one.make.person(), await one.make.person({ fullName: 'Bob Stone' })];
    const { body: room } = await bob.client.post('/chat/rooms', { kind: 'private', members: [ada.user.id] });
    const path = `/chat/rooms/${room.room}/messages`;
    const { body: first } = await bob.client.post(path, { content: `${secret} one`, client_id: `${secret}-c` });
    await ada.client.post(path, { content: 'kept' });
    await bob.client.patch(`${path}/${first.id}`, { content: `${secret} two` });
    await bob.client.post('/chat/direct', { user_id: ada.user.id });
    const { body: kept } = await bob.client.get('/users/me/export');
    expect(kept.sections.chat_messages).toMatchObject([
      { room: room.room, seq: 1, content: `${secret} two`, before: [{ content: `${secret} one` }] },
    ]);
    expect(kept.sections.chat_rooms.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['direct', 'private']);
    const [b, a] = [await enter(two, bob, room.room), await enter(two, ada, room.room)];
    expect((await admin.client.delete(`/users/${bob.user.id}`)).status).toBe(204);
    await b.isClosed(2000);
    await a.hears(({ type }) => type === 'message_deleted');
    expect(await databaseText(one.db)).not.toContain(secret);
    await until(async () => (await ada.client.get(path)).body.items[1].sender === 'Deleted user', 15_000); // names are remembered for ten seconds
    const { items } = (await ada.client.get(path)).body;
    expect(items.map(({ seq, content }: any) => [seq, content])).toEqual([
      [2, 'kept'],
      [1, ''],
    ]);
    expect((await ada.client.get(`/chat/rooms/${room.room}`)).body.role).toBe('owner'); // somebody must be
    await a.close();
  });

  it('prove their numbers, and tell when one is missing', async () => {
    const ada = await one.make.person();
    for (let n = 0; n < 3; n++) await ada.client.post('/chat/rooms', { kind: 'public', name: `num-${n}` });
    for (const content of ['a', 'b', 'c']) await ada.client.post('/chat/rooms/num-1/messages', { content });
    const numbers = async () =>
      (await one.app.get(Invariants).verify()).checks.find(({ name }) => name === 'chat.numbers');
    expect(await numbers()).toMatchObject({ ok: true });
    const gone = await one.db.query<{ id: string }>(
      `DELETE FROM chat_messages WHERE content = 'b' RETURNING room_id AS id`,
    );
    expect(await numbers()).toMatchObject({
      ok: false,
      violations: [{ subject: `room:${gone[0].id}`, detail: '2 messages from 1 to 3, the last number is 3.' }],
    });
    await one.db.query('DELETE FROM chat_rooms WHERE id = $1', [gone[0].id]);
  });
});
