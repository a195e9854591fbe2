import { Args, ID } from '@nestjs/graphql';
import { IdPipe } from '../dto/id-param';

/** A UUID argument. */
export const IdArg = (name = 'id'): ParameterDecorator => Args(name, { type: () => ID }, new IdPipe(name));
