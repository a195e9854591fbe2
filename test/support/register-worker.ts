import { register } from './children';

/** Each process of jest that runs test files; for every file again, since files share nothing. */
register(process.pid);
