export { Application } from './application';
export { builtFiles } from './built-files';
