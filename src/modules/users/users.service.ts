import { Injectable } from '@nestjs/common';
import { Database, onConstraints, statement } from '../../core/database';
import { Events } from '../../core/events';
import { Clock, newId } from '../../core/runtime';
import { toUserDto, UserDto } from './dto/user.dto';
import { User } from './entities/user.entity';
import { EmailTaken, UsernameTaken, UserNotFound } from './users.errors';
import { UserRegistered } from './users.events';

/** What an account starts with. */
export interface NewUser {
  /** Made here when absent; the demo gives its own. */
  readonly id?: string;
  readonly email: string;
  readonly username: string | null;
  readonly fullName: string;
  readonly roles: readonly string[];
  readonly card?: { brand: string; last4: string } | null;
  /** Where whoever runs the installation vouches for the address. */
  readonly emailVerified?: boolean;
}

const COLUMNS = `id, email, username, full_name AS "fullName", roles, permissions, is_active AS "isActive",
  email_verified_at AS "emailVerifiedAt",
  card_brand AS "cardBrand", card_last4 AS "cardLast4", created_at AS "createdAt", updated_at AS "updatedAt"`;
const BY_ID = statement('users.by-id', `SELECT ${COLUMNS} FROM users WHERE id = $1`);
const BY_LOGIN = statement(
  'users.by-login',
  `SELECT ${COLUMNS} FROM users WHERE lower(email) = lower($1) OR lower(username) = lower($1)
   ORDER BY lower(email) = lower($1) DESC LIMIT 1`,
);
const VERIFY_EMAIL = statement(
  'users.verify-email',
  'UPDATE users SET email_verified_at = now(), updated_at = now() WHERE id = $1 AND email_verified_at IS NULL',
);
const ADMIN_EXISTS = `SELECT 1 FROM users WHERE 'admin' = ANY (roles) AND is_active LIMIT 1`;

/** Accounts. Who may sign in, and how, is the auth module's affair. */
@Injectable()
export class UsersService {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Makes an account. @throws EmailTaken, UsernameTaken */
  create(input: NewUser): Promise<UserDto> {
    return this.db.transaction(async () => {
      const repo = this.db.repo(User);
      const user = repo.create({
        id: input.id ?? newId(),
        email: input.email,
        username: input.username,
        fullName: input.fullName,
        roles: [...input.roles],
        permissions: [],
        isActive: true,
        emailVerifiedAt: input.emailVerified ? this.clock.now() : null,
        cardBrand: input.card?.brand ?? null,
        cardLast4: input.card?.last4 ?? null,
      });
      await repo.insert(user).catch(onConstraints({ uq_users_email: EmailTaken, uq_users_username: UsernameTaken }));
      await this.events.emit(new UserRegistered(user.id));
      return toUserDto(user);
    });
  }

  /** @throws UserNotFound */
  async byId(id: string): Promise<UserDto> {
    const [user] = await this.db.query<User>(BY_ID, [id]);
    if (!user) throw new UserNotFound();
    return toUserDto(user);
  }

  /** The account of an e-mail address or a username, compared without case; null when there is none. */
  async findByLogin(login: string): Promise<UserDto | null> {
    const [user] = await this.db.query<User>(BY_LOGIN, [login]);
    return user ? toUserDto(user) : null;
  }

  /** Remembers that the address is proven; without effect when it was. */
  async markEmailVerified(id: string): Promise<void> {
    await this.db.execute(VERIFY_EMAIL, [id]);
  }

  /** Whether there is an active admin. */
  async hasAdmin(): Promise<boolean> {
    return (await this.db.query(ADMIN_EXISTS)).length > 0;
  }
}
