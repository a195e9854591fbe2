import { Injectable } from '@nestjs/common';
import type { Demo } from '../../../core/module';
import { demoId } from '../../../core/kernel/runtime/random';
import { UsersService } from '../users';
import { Passwords } from './passwords/passwords';

const PASSWORD = 'Atrium-Demo-1';
const PEOPLE = [
  { username: 'admin', fullName: 'Amara Okafor', roles: ['admin'] },
  { username: 'teacher', fullName: 'Tomás Herrera', roles: ['teacher'] },
  { username: 'finance', fullName: 'Freya Lindqvist', roles: ['finance'] },
  { username: 'student', fullName: 'Sana Malik', roles: ['student'] },
  { username: 'ada', fullName: 'Ada Moreau', roles: ['user'] },
  { username: 'jonas', fullName: 'Jonas Weber', roles: ['user'] },
  { username: 'mei', fullName: 'Mei Tanaka', roles: ['user'] },
  { username: 'kofi', fullName: 'Kofi Mensah', roles: ['user'] },
] as const;

const emailOf = (username: string): string => `${username}@demo.example`;

/** The demo's people: one of every role and a few customers, all with one password. */
@Injectable()
export class AuthDemo implements Demo {
  private hashes: string[] = [];

  constructor(
    private readonly users: UsersService,
    private readonly passwords: Passwords,
  ) {}

  async prepare(): Promise<void> {
    if (await this.isFilled()) return;
    this.hashes = await Promise.all(PEOPLE.map(() => this.passwords.hash(PASSWORD)));
  }

  async fill(): Promise<void> {
    if (await this.isFilled()) return;
    for (const [index, { username, fullName, roles }] of PEOPLE.entries()) {
      const id = demoId('user', index);
      await this.users.create({ id, email: emailOf(username), username, fullName, roles, emailVerified: true });
      await this.passwords.save(id, this.hashes[index]);
    }
  }

  private async isFilled(): Promise<boolean> {
    return (await this.users.findByLogin(emailOf('admin'))) !== null;
  }

  /** The logins. */
  lines(): string[] {
    const shown = PEOPLE.filter(({ username }) => username !== 'jonas' && username !== 'mei' && username !== 'kofi');
    const lines = shown.map(({ username, roles }) => `${emailOf(username).padEnd(22)} ${roles.join()}`);
    return [`Demo logins, password ${PASSWORD}:`, ...lines];
  }
}
