import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders, their lines and their history. */
export class OrdersCreate1795341620000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SEQUENCE order_numbers START 1001');
    await runner.query(`
      CREATE TABLE orders (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        number text NOT NULL,
        user_id uuid NOT NULL,
        status text NOT NULL DEFAULT 'pending',
        total_minor bigint NOT NULL,
        currency character(3) NOT NULL,
        shipping_address text NOT NULL,
        CONSTRAINT pk_orders PRIMARY KEY (id),
        CONSTRAINT ck_orders_status CHECK (status IN ('pending', 'processing', 'shipped', 'delivered', 'cancelled')),
        CONSTRAINT ck_orders_total CHECK (total_minor >= 0),
        CONSTRAINT fk_orders_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE RESTRICT
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_orders_number ON orders (number)');
    await runner.query('CREATE INDEX ix_orders_user ON orders (user_id, id)');
    await runner.query('CREATE INDEX ix_orders_status ON orders (status, id)');
    await runner.query(`
      CREATE TABLE order_lines (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        order_id uuid NOT NULL,
        position integer NOT NULL,
        product_id uuid NOT NULL,
        product_name text NOT NULL,
        unit_price_minor bigint NOT NULL,
        quantity integer NOT NULL,
        subtotal_minor bigint NOT NULL,
        CONSTRAINT pk_order_lines PRIMARY KEY (id),
        CONSTRAINT ck_order_lines_quantity CHECK (quantity > 0),
        CONSTRAINT ck_order_lines_subtotal CHECK (subtotal_minor = unit_price_minor * quantity),
        CONSTRAINT fk_order_lines_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE RESTRICT,
        CONSTRAINT fk_order_lines_product FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE RESTRICT
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_order_lines_position ON order_lines (order_id, position)');
    await runner.query('CREATE INDEX ix_order_lines_product ON order_lines (product_id)');
    await runner.query(`
      CREATE TABLE order_steps (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        order_id uuid NOT NULL,
        from_status text,
        to_status text NOT NULL,
        actor_id uuid,
        CONSTRAINT pk_order_steps PRIMARY KEY (id),
        CONSTRAINT fk_order_steps_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE RESTRICT
      )`);
    await runner.query('CREATE INDEX ix_order_steps_order ON order_steps (order_id, id)');
  }

  /** What was sold stays in the stock ledger, under references that lead nowhere. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE order_steps');
    await runner.query('DROP TABLE order_lines');
    await runner.query('DROP TABLE orders');
    await runner.query('DROP SEQUENCE order_numbers');
  }
}
