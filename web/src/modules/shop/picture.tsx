import { initialsOf, toneOf } from './tone';
import classes from './shop.module.css';

/** In the place of a picture: the product's initials on the tone of its category. */
export function Picture({ name, categoryId, small = false }: { name: string; categoryId: string; small?: boolean }) {
  return (
    <span
      className={small ? `${classes.picture} ${classes.small}` : classes.picture}
      data-tone={toneOf(categoryId)}
      aria-hidden
    >
      {initialsOf(name)}
    </span>
  );
}
