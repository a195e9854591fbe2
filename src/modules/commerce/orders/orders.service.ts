import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../core/web/access';
import { Audit } from '../../../core/data/audit';
import { Database, statement } from '../../../core/data/database';
import { Page, pageOf, PageQuery, Keyset } from '../../../core/web/dto';
import { Forbidden } from '../../../core/kernel/errors';
import { Events } from '../../../core/data/events';
import { assertMatch } from '../../../core/web/http';
import { Clock, newId } from '../../../core/kernel/runtime';
import { ProductsService } from '../catalog';
import { OrderDto, OrderQuery, OrderStepDto, PlaceOrderInput, toOrderDto } from './dto/order.dto';
import type { OrderStatus } from './entities/order.entity';
import type { OrderStep } from './entities/order-step.entity';
import { priced, PricedOrder } from './order-lines';
import { BY_ID, HOLD, OF_USERS, orderPageQuery, ORDER } from './order-reads';
import type { OrderRow } from './order-row';
import { ownerScope } from './owner-scope';
import { assertTransition } from './order-status';
import { INSERT, CHANGE_STATUS } from './order-writes';
import { OrderNotFound } from './orders.errors';
import { OrderStatusChanged, OrderPlaced } from './orders.events';

const DRY_RUN = 'dry-run';
const STEP_ORDER = new Keyset<OrderStep>('seq', [{ column: 'seq', type: 'bigint', of: ({ seq }) => Number(seq) }]);

const STEPS = statement(
  'orders.steps',
  `SELECT seq, from_status AS "fromStatus", to_status AS "toStatus", actor_id AS "actorId", created_at AS "createdAt"
   FROM order_steps WHERE order_id = $1 AND ($2::bigint IS NULL OR seq > $2) ORDER BY seq LIMIT $3`,
);

/** Buying. Who has `manage_orders` sees and moves everybody's; anybody else only their own. */
@Injectable()
export class OrdersService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly products: ProductsService,
  ) {}

  /**
   * Takes the goods from stock and writes the order, or neither. A dry run answers the same and does neither.
   * @throws ProductNotFound, InsufficientStock, MixedCurrencies, OrderTooLarge
   */
  place(user: Principal, input: PlaceOrderInput, { dryRun = false } = {}): Promise<OrderDto> {
    if (dryRun) return this.preview(user, input);
    const id = newId();
    return this.db.transaction(async () => {
      const order = priced(input.items, await this.products.reserve(input.items, id));
      const row = await this.insert(id, user.userId, input.shippingAddress, order);
      await this.audit.record({ action: 'orders.placed', target: `order:${id}`, facts: { number: row.number } });
      await this.events.emit(new OrderPlaced(id, user.userId));
      return toOrderDto(row);
    });
  }

  /** The newest first. @throws Forbidden for somebody else's, Validation for a broken cursor */
  async list(user: Principal, query: OrderQuery): Promise<Page<OrderDto>> {
    const buyer = ownerScope(user);
    if (buyer !== null && query.userId !== undefined && query.userId !== buyer) throw new Forbidden();
    const sql = orderPageQuery({ ...query, userId: buyer ?? query.userId });
    const rows = await this.db.query<OrderRow>(sql);
    return pageOf(rows, query.limit, toOrderDto, ORDER.cursorOf);
  }

  /** The newest of each user, in the order of the ids; nothing of whom the caller may not see. @param limit per user */
  async ofUsers(user: Principal, ids: readonly string[], limit: number): Promise<OrderDto[][]> {
    const buyer = ownerScope(user);
    const seen = ids.filter((id) => buyer === null || id === buyer);
    const orders = (await this.db.query<OrderRow>(OF_USERS, [seen, limit])).map(toOrderDto);
    return ids.map((id) => orders.filter(({ userId }) => userId === id));
  }

  /** @throws OrderNotFound also for somebody else's */
  async byId(user: Principal, id: string): Promise<OrderDto> {
    const [row] = await this.db.query<OrderRow>(BY_ID, [id, ownerScope(user)]);
    if (!row) throw new OrderNotFound();
    return toOrderDto(row);
  }

  /** Every step, the first first. @throws OrderNotFound, Validation for a broken cursor */
  async history(user: Principal, id: string, { limit, cursor }: PageQuery): Promise<Page<OrderStepDto>> {
    const [after] = STEP_ORDER.read(cursor);
    await this.byId(user, id);
    const rows = await this.db.query<OrderStep>(STEPS, [id, after, limit + 1]);
    const toDto = ({ fromStatus, toStatus, actorId, createdAt }: OrderStep): OrderStepDto => {
      return { fromStatus, toStatus, actorId, createdAt };
    };
    return pageOf(rows, limit, toDto, STEP_ORDER.cursorOf);
  }

  /** @throws OrderNotFound, InvalidTransition, PreconditionFailed */
  setStatus(user: Principal, id: string, status: OrderStatus, ifMatch?: string): Promise<OrderDto> {
    return this.move(user, id, status, ifMatch);
  }

  /** Gives the goods back. @throws OrderNotFound, InvalidTransition once they have left */
  cancel(user: Principal, id: string): Promise<OrderDto> {
    return this.move(user, id, 'cancelled');
  }

  private async preview(user: Principal, { items, shippingAddress }: PlaceOrderInput): Promise<OrderDto> {
    const { lines, ...order } = priced(items, await this.products.quote(items));
    const now = this.clock.now();
    return toOrderDto({
      ...order,
      id: newId(),
      number: DRY_RUN,
      userId: user.userId,
      status: 'pending',
      shippingAddress,
      lines: lines.map((line) => ({ ...line, id: newId() })),
      createdAt: now,
      updatedAt: now,
    });
  }

  private move(user: Principal, id: string, to: OrderStatus, ifMatch?: string): Promise<OrderDto> {
    return this.db.transaction(async () => {
      const [row] = await this.db.query<OrderRow>(HOLD, [id, ownerScope(user)]);
      if (!row) throw new OrderNotFound();
      assertMatch(ifMatch, OrderDto, toOrderDto(row));
      const { status: from } = row;
      assertTransition(from, to);
      const [{ updatedAt }] = await this.db.query<OrderRow>(CHANGE_STATUS, [id, from, to, newId(), user.userId]);
      if (to === 'cancelled') await this.products.release(row.lines, id);
      await this.audit.record({ action: 'orders.moved', target: `order:${id}`, facts: { from, to } });
      await this.events.emit(new OrderStatusChanged(id, row.userId, from, to));
      return toOrderDto({ ...row, status: to, updatedAt });
    });
  }

  private async insert(id: string, userId: string, shippingAddress: string, order: PricedOrder): Promise<OrderRow> {
    const { totalMinor, currency } = order;
    const lines = order.lines.map((line) => ({ ...line, id: newId() }));
    const [written] = await this.db.query<Pick<OrderRow, 'number' | 'createdAt' | 'updatedAt'>>(INSERT, [
      id,
      userId,
      totalMinor,
      currency,
      shippingAddress,
      lines.map((line) => line.id),
      lines.map((line) => line.productId),
      lines.map((line) => line.productName),
      lines.map((line) => line.unitPriceMinor),
      lines.map((line) => line.quantity),
      lines.map((line) => line.subtotalMinor),
      newId(),
      userId,
    ]);
    return { ...written, id, userId, status: 'pending', totalMinor, currency, shippingAddress, lines };
  }
}
