import { Injectable } from '@nestjs/common';
import { textKey } from '../../../../core/kernel/text';
import { NewUser, UserDto, UserNames, UsersInBulk } from '../../../identity/users';
import { StudentRow } from './dto/transfer.dto';
import type { Importer, ImportRun, Placed } from './import-run';

const BATCH = 1000;

/** Students by their address: accounts without a password, which the mail of a reset lets them set. */
@Injectable()
export class StudentsImporter implements Importer<StudentRow> {
  readonly row = StudentRow;

  constructor(private readonly users: UsersInBulk) {}

  async write(rows: readonly Placed<StudentRow>[], run: ImportRun): Promise<void> {
    const found = await this.users.byEmails(rows.map(({ value }) => value.email));
    const owners = await this.users.idsByUsernames(rows.flatMap(({ value }) => value.username ?? []));
    const made: NewUser[] = [];
    const renamed: UserNames[] = [];
    for (const { line, value } of rows) {
      const { email, fullName, username } = value;
      const known = found.get(email);
      if (!run.isFirst(line, 'email', `email:${textKey(email)}`)) continue;
      if (username && !run.isFirst(line, 'username', `username:${textKey(username)}`)) continue;
      const owner = username === undefined ? undefined : owners.get(username);
      if (owner !== undefined && owner !== known?.id) {
        run.refuse(line, 'username', 'username_taken', 'is somebody else’s');
      } else if (!known) {
        made.push({ email, fullName, username: username ?? null, roles: ['student'] });
      } else if (!known.roles.includes('student')) {
        run.refuse(line, 'email', 'not_a_student', 'is the address of somebody who is no student');
      } else if (isChanged(known, value)) {
        if (known.roles.length > 1) run.refuse(line, 'email', 'other_roles', 'has other roles too: change it by hand');
        else renamed.push({ id: known.id, fullName, username: username ?? known.username });
      }
    }
    if (made.length > 0) await this.users.create(made);
    if (renamed.length > 0) await this.users.rename(renamed);
    run.created += made.length;
    run.updated += renamed.length;
  }

  async *read(): AsyncGenerator<StudentRow[]> {
    let last: string | null = null;
    for (;;) {
      const page: UserDto[] = await this.users.ofRole('student', last, BATCH);
      if (page.length === 0) return;
      last = page[page.length - 1].id;
      yield page.map(({ email, fullName, username }) => ({ email, fullName, username: username ?? undefined }));
    }
  }
}

/** What the row leaves out stays. */
function isChanged(known: UserDto, { fullName, username }: StudentRow): boolean {
  return known.fullName !== fullName || (username !== undefined && known.username !== username);
}
