import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/data/database';
import { demoId, SeededRandom } from '../../../core/kernel/runtime/random';
import { ProductDto, ProductQuery, ProductsService } from '../catalog';
import { UserDto, UsersService } from '../../identity/users';
import { OrderLine } from './entities/order-line.entity';
import { OrderStep } from './entities/order-step.entity';
import { Order, OrderStatus } from './entities/order.entity';
import { priced } from './order-lines';

const COUNT = 240;
const DAY_MS = 86_400_000;
const FIRST_MS = Date.UTC(2026, 0, 12, 9);
const BUYERS = ['ada', 'jonas', 'mei', 'kofi', 'student'];
const STREETS = ['Quai de la Gare', 'Lindenallee', 'High Street', 'Harbour Road', 'Via Roma', 'Calle Mayor'];
const TOWNS = ['75013 Paris', '10115 Berlin', 'Leeds LS1 4DT', '9000 Aarhus', '20121 Milano', '28013 Madrid'];
/** How an order came to be where it is, and how many of a hundred did. */
const WAYS: readonly (readonly [readonly OrderStatus[], number])[] = [
  [['pending'], 14],
  [['pending', 'processing'], 14],
  [['pending', 'processing', 'shipped'], 12],
  [['pending', 'processing', 'shipped', 'delivered'], 48],
  [['pending', 'cancelled'], 8],
  [['pending', 'processing', 'cancelled'], 4],
];

/** The demo's orders, in all states, out of the demo's stock: written once, after the catalogue. */
@Injectable()
export class OrdersDemo {
  constructor(
    private readonly db: Database,
    private readonly products: ProductsService,
    private readonly users: UsersService,
  ) {}

  async fill(): Promise<void> {
    if ((await this.db.query('SELECT 1 FROM orders LIMIT 1')).length > 0) return;
    const random = new SeededRandom('orders');
    const shelf = await this.wellStocked();
    const buyers = await this.buyers();
    for (let n = 0; n < COUNT; n++) {
      const placedAt = new Date(FIRST_MS + Math.round((n + random.next()) * DAY_MS));
      await this.write(n, random, placedAt, random.pick(buyers), random.shuffle(shelf).slice(0, random.int(1, 4)));
    }
  }

  /** What has enough on hand for all of them. */
  private async wellStocked(): Promise<ProductDto[]> {
    const query = Object.assign(new ProductQuery(), { limit: 100, inStock: true });
    const { items } = await this.products.list(query);
    return items.filter(({ stock }) => stock >= 30).sort((a, b) => a.sku.localeCompare(b.sku));
  }

  private async buyers(): Promise<UserDto[]> {
    const found: UserDto[] = [];
    for (const name of BUYERS) {
      const user = await this.users.findByLogin(name);
      if (user) found.push(user);
    }
    return found;
  }

  private async write(n: number, random: SeededRandom, placedAt: Date, user: UserDto, picked: ProductDto[]) {
    const id = demoId('order', n, placedAt.getTime());
    const way = random.weighted(WAYS);
    const items = picked.map((product) => ({ productId: product.id, quantity: random.int(1, 2) }));
    const { lines, totalMinor, currency } = priced(items, await this.products.reserve(items, id));
    const status = way[way.length - 1];
    if (status === 'cancelled') await this.products.release(items, id);
    const steps = way.map((toStatus, index) => ({
      id: demoId(`order-step-${n}`, index, placedAt.getTime() + index * DAY_MS),
      orderId: id,
      fromStatus: index === 0 ? null : way[index - 1],
      toStatus,
      actorId: index === 0 ? user.id : null,
      createdAt: new Date(placedAt.getTime() + index * DAY_MS),
    }));
    const shippingAddress = `${random.int(1, 120)} ${random.pick(STREETS)}\n${random.pick(TOWNS)}`;
    const updatedAt = steps[steps.length - 1].createdAt;
    const number = `A-${String(n + 1).padStart(6, '0')}`; // the sequence begins behind them
    await this.db.repo(Order).insert({
      ...{ id, number, userId: user.id, status, totalMinor, currency, shippingAddress },
      ...{ createdAt: placedAt, updatedAt },
    });
    await this.db.repo(OrderLine).insert(
      lines.map((line, index) => ({
        ...line,
        id: demoId(`order-line-${n}`, index, placedAt.getTime()),
        orderId: id,
        position: index + 1,
        createdAt: placedAt,
      })),
    );
    await this.db.repo(OrderStep).insert(steps);
  }
}
