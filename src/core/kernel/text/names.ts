import { findContext } from '../context/context';

/** `fullName` as `full_name`; a name that is snake_case already stays. */
export function toSnake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The property as the present caller writes it: GraphQL's names are the code's, REST's are snake_case. */
export function fieldName(property: string): string {
  return findContext()?.transport === 'graphql' ? property : toSnake(property);
}
