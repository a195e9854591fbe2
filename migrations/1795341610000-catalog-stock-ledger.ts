import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SET_LOCK_TIMEOUT } from '../src/core/data/database/migrations';

/** A UUID v7 of now, in SQL: 48 bits of milliseconds over a random UUID, then the version. */
const UUID_V7 = `encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
  PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
  52, 1), 53, 1), 'hex')::uuid`;

/** Every change of a stock as a movement that nobody can change; what is on hand now opens the ledger. */
export class CatalogStockLedger1795341610000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SET_LOCK_TIMEOUT);
    await runner.query(`
      CREATE TABLE stock_movements (
        id uuid NOT NULL,
        seq bigserial NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        product_id uuid NOT NULL,
        delta integer NOT NULL,
        on_hand integer NOT NULL,
        reason text NOT NULL,
        reference uuid,
        actor_id uuid,
        CONSTRAINT pk_stock_movements PRIMARY KEY (id),
        CONSTRAINT ck_stock_movements_delta CHECK (delta <> 0),
        CONSTRAINT ck_stock_movements_on_hand CHECK (on_hand >= 0),
        CONSTRAINT ck_stock_movements_reason CHECK (reason IN ('initial', 'set', 'sold', 'returned', 'import')),
        CONSTRAINT fk_stock_movements_product FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE RESTRICT
      )`);
    await runner.query('LOCK TABLE products IN SHARE ROW EXCLUSIVE MODE');
    await runner.query(`
      INSERT INTO stock_movements (id, product_id, delta, on_hand, reason)
      SELECT ${UUID_V7}, id, stock, stock, 'initial' FROM products WHERE stock <> 0 ORDER BY id`);
    await runner.query('CREATE INDEX ix_stock_movements_product ON stock_movements (product_id, seq)');
    await runner.query(
      'CREATE INDEX ix_stock_movements_reference ON stock_movements (reference) WHERE reference IS NOT NULL',
    );
    await runner.query(`
      CREATE FUNCTION stock_movements_are_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'The stock ledger is append-only' USING ERRCODE = 'integrity_constraint_violation';
      END $$`);
    await runner.query(`
      CREATE TRIGGER tr_stock_movements_append_only BEFORE UPDATE OR DELETE ON stock_movements
      FOR EACH ROW EXECUTE FUNCTION stock_movements_are_append_only()`);
    await runner.query(`
      CREATE FUNCTION stock_is_accounted_for() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        held integer := (SELECT stock FROM products WHERE id = NEW.id);
        booked integer := coalesce(
          (SELECT on_hand FROM stock_movements WHERE product_id = NEW.id ORDER BY seq DESC LIMIT 1), 0);
      BEGIN
        IF held <> booked THEN
          RAISE EXCEPTION 'Product % has % on hand and % in its ledger', NEW.id, held, booked
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'ck_products_stock_accounted_for';
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE CONSTRAINT TRIGGER tr_products_stock_opened AFTER INSERT ON products
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.stock <> 0) EXECUTE FUNCTION stock_is_accounted_for()`);
    await runner.query(`
      CREATE CONSTRAINT TRIGGER tr_products_stock_moved AFTER UPDATE ON products
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.stock <> NEW.stock) EXECUTE FUNCTION stock_is_accounted_for()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER tr_products_stock_moved ON products');
    await runner.query('DROP TRIGGER tr_products_stock_opened ON products');
    await runner.query('DROP FUNCTION stock_is_accounted_for');
    await runner.query('DROP TABLE stock_movements');
    await runner.query('DROP FUNCTION stock_movements_are_append_only');
  }
}
