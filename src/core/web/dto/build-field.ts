import { applyDecorators, Type } from '@nestjs/common';
import { Field } from '@nestjs/graphql';
import { ApiProperty, ApiPropertyOptions } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateIf, ValidationOptions } from 'class-validator';
import { toSnake } from '../../kernel/text/names';
import { FieldKind, registerField } from './registry';

/** What any field may say. */
export interface Common {
  description?: string;
  example?: unknown;
  /** May be left out of an input. */
  optional?: boolean;
  /** May be null. */
  nullable?: boolean;
  /** What an input gets that leaves it out; shown in the documents. */
  default?: unknown;
  /** Never shown in an answer's example and marked write-only: passwords. */
  secret?: boolean;
}

/** What a kind of field means to each of the libraries. */
export interface Shape {
  kind: FieldKind;
  graphql: () => unknown;
  openapi: ApiPropertyOptions;
  checks: (options: ValidationOptions) => PropertyDecorator[];
  nested?: () => Type;
  clean?: (text: string) => string;
}

export type ListOptions = Common & { minItems?: number; maxItems?: number };

/** Joins what the four libraries want to hear of one field. */
export function build(options: ListOptions, shape: Shape, list: boolean): PropertyDecorator {
  return (target, key) => {
    const property = String(key);
    const { optional, nullable } = options;
    registerField(target, {
      property,
      kind: shape.kind,
      list,
      nested: shape.nested,
      clean: shape.clean,
      redecorate: (other) => build({ ...options, optional: other, default: undefined }, shape, list),
    });
    const api: ApiPropertyOptions = {
      ...(list
        ? { type: 'array', items: shape.openapi, minItems: options.minItems, maxItems: options.maxItems }
        : shape.openapi),
      name: toSnake(property),
      description: options.description,
      required: !optional,
      nullable: nullable || undefined,
      ...(options.example !== undefined && { example: options.example }),
      default: options.default,
      writeOnly: options.secret || undefined,
    } as ApiPropertyOptions;
    const listChecks = list
      ? [IsArray(), ArrayMinSize(options.minItems ?? 0), ArrayMaxSize(options.maxItems ?? 1000)]
      : [];
    applyDecorators(
      ApiProperty(shape.nested ? nestedApi(api, shape.nested, list) : api),
      Field(() => (list ? [shape.graphql()] : shape.graphql()) as Type, {
        nullable: Boolean(optional || nullable),
        description: options.description,
      }),
      ValidateIf((_, value) => !(optional && value === undefined) && !(nullable && value === null)),
      ...listChecks,
      ...shape.checks({ each: list }),
    )(target, key);
  };
}

function nestedApi(api: ApiPropertyOptions, nested: () => Type, list: boolean): ApiPropertyOptions {
  const { items: _items, type: _type, ...rest } = api as Record<string, unknown>;
  // Called `type`, since that name is how the documents tell a late class from a class.
  return { ...rest, type: () => nested(), isArray: list };
}
