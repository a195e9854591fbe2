import type { INestApplication } from '@nestjs/common';
import { Algorithm, hash } from '@node-rs/argon2';
import { Database } from '../../../src/core/data/database';
import { newId } from '../../../src/core/kernel/runtime';
import { Passwords } from '../../../src/modules/identity/auth/passwords/passwords';
import { Category } from '../../../src/modules/commerce/catalog/entities/category.entity';
import { Product } from '../../../src/modules/commerce/catalog/entities/product.entity';
import { StockLedger } from '../../../src/modules/commerce/catalog/stock-ledger';
import { SchoolHooks } from '../../../src/modules/school/school';
import { Classroom } from '../../../src/modules/school/school/classrooms/entities/classroom.entity';
import { Enrollment } from '../../../src/modules/school/school/enrollments/entities/enrollment.entity';
import { SchoolTerm } from '../../../src/modules/school/school/terms/entities/school-term.entity';
import { User } from '../../../src/modules/identity/users/entities/user.entity';
import type { Client } from '../client';

/** Password of everyone made here. */
export const PASSWORD = 'Sunny-Day-42';

/** Its hash as the application makes one (`needsRehash` finds nothing to renew), made once for all files of a worker. */
const HASHED = hash(PASSWORD, { algorithm: 2 as Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 });

/** Somebody signed in. */
export interface Person {
  readonly user: User;
  readonly client: Client;
  readonly accessToken: string;
  readonly refreshToken: string;
}

let counter = 0;
const next = (): number => ++counter;

/** The day so many days from today, by UTC. */
export function dayIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Valid rows by default, every column overridable, written through the entities. */
export class Make {
  constructor(
    private readonly app: INestApplication,
    private readonly client: Client,
  ) {}

  /** An account with `PASSWORD`. */
  async user(values: Partial<User> = {}): Promise<User> {
    const number = next();
    const passwords = this.app.get(Passwords);
    const user = this.repo(User).create({
      id: newId(),
      email: `user${number}@example.com`,
      username: `user${number}`,
      fullName: `User ${number}`,
      roles: ['user'],
      permissions: [],
      isActive: true,
      ...values,
    });
    await this.repo(User).insert(user);
    await passwords.save(user.id, await HASHED);
    return user;
  }

  /** An account that has logged in by REST. */
  async person(values: Partial<User> = {}): Promise<Person> {
    return this.login(await this.user(values));
  }

  /** With `PASSWORD`; again where a test takes longer than a token lasts. */
  async login(user: User): Promise<Person> {
    const { body } = await this.client.post('/auth/login', { email: user.email, password: PASSWORD });
    const { access_token: accessToken, refresh_token: refreshToken } = body;
    return { user, accessToken, refreshToken, client: this.client.as(accessToken) };
  }

  admin(): Promise<Person> {
    return this.person({ roles: ['admin'] });
  }

  async category(values: Partial<Category> = {}): Promise<Category> {
    const category = this.repo(Category).create({
      id: newId(),
      name: `Category ${next()}`,
      description: '',
      ...values,
    });
    await this.repo(Category).insert(category);
    return category;
  }

  /** A product of 9.99 USD, 10 on hand, in a category of its own unless one is given. */
  async product(values: Partial<Product> = {}): Promise<Product> {
    const number = next();
    const product = this.repo(Product).create({
      id: newId(),
      sku: `SKU-${number}`,
      name: `Product ${number}`,
      description: '',
      priceMinor: 999,
      currency: 'USD',
      stock: 10,
      categoryId: values.categoryId ?? (await this.category()).id,
      ...values,
    });
    await this.app.get(Database).transaction(async () => {
      await this.repo(Product).insert(product);
      const { id, stock } = product;
      await this.app.get(StockLedger).write([{ productId: id, delta: stock, onHand: stock, reason: 'initial' }]);
    });
    return product;
  }

  /** A classroom of any number of students, with a teacher of its own unless one is given. */
  async classroom(values: Partial<Classroom> = {}): Promise<Classroom> {
    const classroom = this.repo(Classroom).create({
      id: newId(),
      name: `Classroom ${next()}`,
      gradeLevel: 7,
      capacity: null,
      teacherId: values.teacherId ?? (await this.user({ roles: ['teacher'] })).id,
      ...values,
    });
    await this.repo(Classroom).insert(classroom);
    await this.app.get(SchoolHooks).classroomsChanged(classroom.id);
    return classroom;
  }

  /** A term of a year around today, open. */
  async term(values: Partial<SchoolTerm> = {}): Promise<SchoolTerm> {
    const term = this.repo(SchoolTerm).create({
      id: newId(),
      name: `Term ${next()}`,
      startsOn: dayIn(-180),
      endsOn: dayIn(180),
      closedAt: null,
      ...values,
    });
    await this.repo(SchoolTerm).insert(term);
    return term;
  }

  /** A student, of their own unless one is given, in the classroom since yesterday. */
  async enrollment(values: Partial<Enrollment> & Pick<Enrollment, 'classroomId'>): Promise<Enrollment> {
    const enrollment = this.repo(Enrollment).create({
      id: newId(),
      studentId: values.studentId ?? (await this.user({ roles: ['student'] })).id,
      enrolledOn: dayIn(-1),
      withdrawnOn: null,
      ...values,
    });
    await this.repo(Enrollment).insert(enrollment);
    await this.app.get(SchoolHooks).classroomsChanged(enrollment.classroomId);
    return enrollment;
  }

  private repo<T extends object>(entity: new () => T) {
    return this.app.get(Database).repo(entity);
  }
}
