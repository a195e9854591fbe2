export { cleanEmail, cleanPassword, cleanText, isOneLine, isVisible, nameFrom } from './clean';
export { textKey } from './fold';
