import { Link } from '@tanstack/react-router';
import classes from './frame.module.css';

/** The name of the application, which leads to its first screen. */
export function Brand() {
  return (
    <Link to="/" className={classes.brand}>
      <svg className={classes.mark} width="22" height="22" viewBox="0 0 22 22" fill="none" aria-hidden>
        <path d="M2.5 19.5V9.2L11 2.8l8.5 6.4v10.3" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" />
        <path d="M7.5 19.5v-6a3.5 3.5 0 0 1 7 0v6" stroke="currentColor" strokeWidth="2" />
      </svg>
      Atrium
    </Link>
  );
}
