export { AskedWord, askedWords, meant, searchOf, SearchText } from './search-text';
