import { applyDecorators } from '@nestjs/common';
import { InputType, ObjectType } from '@nestjs/graphql';
import { ApiSchema } from '@nestjs/swagger';

/** A DTO that answers: its name in OpenAPI and GraphQL. */
export const Output = (name: string, description?: string): ClassDecorator =>
  applyDecorators(ObjectType(name, { description }), ApiSchema({ name, description }));

/** A DTO that is given: its name in OpenAPI and GraphQL. */
export const Input = (name: string, description?: string): ClassDecorator =>
  applyDecorators(InputType(name, { description }), ApiSchema({ name, description }));
