import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Categories and products. */
export class CatalogCreate1795341600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE categories (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        name text NOT NULL,
        description text NOT NULL DEFAULT '',
        deleted_at timestamptz,
        CONSTRAINT pk_categories PRIMARY KEY (id)
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_categories_name ON categories (lower(name)) WHERE deleted_at IS NULL');
    await runner.query(`
      CREATE TABLE products (
        id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        sku text NOT NULL,
        name text NOT NULL,
        description text NOT NULL DEFAULT '',
        price_minor bigint NOT NULL,
        currency character(3) NOT NULL,
        category_id uuid NOT NULL,
        stock integer NOT NULL,
        deleted_at timestamptz,
        CONSTRAINT pk_products PRIMARY KEY (id),
        CONSTRAINT ck_products_price CHECK (price_minor >= 0),
        CONSTRAINT ck_products_stock CHECK (stock >= 0),
        CONSTRAINT fk_products_category FOREIGN KEY (category_id) REFERENCES categories (id) ON DELETE RESTRICT
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_products_sku ON products (lower(sku)) WHERE deleted_at IS NULL');
    await runner.query('CREATE INDEX ix_products_category ON products (category_id, id) WHERE deleted_at IS NULL');
    await runner.query('CREATE INDEX ix_products_name ON products (name, id) WHERE deleted_at IS NULL');
    await runner.query('CREATE INDEX ix_products_price ON products (price_minor, id) WHERE deleted_at IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE products, categories');
  }
}
