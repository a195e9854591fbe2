import type { ProductFamily } from '../family';

export const books: readonly ProductFamily[] = [
  {
    name: 'Algebra Grade {option}, {model}',
    description:
      'Equations, functions and word problems for grade {option}, with worked examples and exercises at three levels. The {model} follows the course chapter by chapter.',
    priceMinor: { "student's book": 2750, workbook: 1195, "teacher's guide": 3900 },
    options: ['7', '8', '9'],
  },
  {
    name: 'Geometry and Measurement Grade {option}, {model}',
    description:
      'Angles, triangles, circles and solids explained with large construction drawings. The {model} needs only ruler, compass and protractor.',
    priceMinor: { "student's book": 2690, workbook: 1150 },
    options: ['8', '9', '10'],
  },
  {
    name: 'Living Things: Biology Grade {option}, {model}',
    description:
      'Cells, plants, the human body and ecosystems, with colour plates and experiments for an ordinary classroom. The {model} closes every unit with a self-test.',
    priceMinor: { "student's book": 3250, workbook: 1295 },
    options: ['7', '8', '9'],
  },
  {
    name: 'Matter and Reactions: Chemistry Grade {option}, {model}',
    description:
      'Atoms, bonds, acids and bases, taught from safe bench experiments to the equation. The {model} includes a fold-out periodic table.',
    priceMinor: { "student's book": 3350, 'laboratory notebook': 1350 },
    options: ['9', '10'],
  },
  {
    name: 'Motion and Light: Physics Grade {option}, {model}',
    description:
      'Mechanics, optics, heat and electricity for grade {option}. The {model} comes with solutions to the odd-numbered problems.',
    priceMinor: { "student's book": 3450, 'problem book': 1495 },
    options: ['9', '10', '11'],
  },
  {
    name: 'World History in Sources, volume {option}',
    description:
      'Letters, maps, laws and photographs with short introductions and questions for class discussion. Sewn paperback with index and timeline.',
    priceMinor: 2850,
    options: ['1: To the Year 500', '2: 500 to 1500', '3: 1500 to 1800', '4: Since 1800'],
  },
  {
    name: 'School Atlas of the World, {model}',
    description:
      'Physical, political and climate maps of every continent with an index of 14,000 places. Coated paper that takes a pencil line and an eraser.',
    priceMinor: { paperback: 1895, hardcover: 2695, 'large print': 3490 },
  },
  {
    name: 'Rendez-vous au Café: French {option}, {model}',
    description:
      'A French course built on short dialogues in a neighbourhood café, with pronunciation notes and vocabulary lists for level {option}.',
    priceMinor: { 'course book': 2490, workbook: 1250 },
    options: ['A1', 'A2', 'B1'],
  },
  {
    name: 'Mañana en la Plaza: Spanish {option}, {model}',
    description:
      'Everyday Spanish for level {option}: reading, listening scripts and role plays set around a small town square.',
    priceMinor: { 'course book': 2490, workbook: 1250 },
    options: ['A1', 'A2'],
  },
  {
    name: 'Brücken bauen: German {option}, {model}',
    description:
      'German grammar and conversation for level {option}, one double page per topic, with a verb table at the back.',
    priceMinor: { 'course book': 2550, workbook: 1290 },
    options: ['A1', 'A2'],
  },
  {
    name: 'English Grammar in Short Steps, {model}',
    description:
      'One rule per page, with the exercise facing it and an answer key at the end. Suits self-study as well as class.',
    priceMinor: { elementary: 1990, intermediate: 2150, advanced: 2290 },
  },
  {
    name: 'Pocket dictionary, English–{option}',
    description:
      'Some 40,000 headwords and phrases both ways, with phonetic spelling and a travel section. Flexible washable cover.',
    priceMinor: 995,
    options: ['French', 'Spanish', 'German', 'Italian', 'Portuguese'],
  },
  {
    name: 'Novel: {option}, {model}',
    description:
      'A novel for readers from fourteen up. This {model} edition has a reading guide and discussion questions for the class at the back.',
    priceMinor: { paperback: 1299, hardcover: 2195 },
    options: [
      'Lanterns on the Salt Road',
      'Seven Winters on Heron Island',
      'Nine Letters to Élodie',
      "The Tidewatcher's Ledger",
    ],
  },
  {
    name: 'Picture book: {option}',
    description:
      'Hardcover picture book for reading aloud, ages three to seven, with full-page watercolour illustrations and rounded corners.',
    priceMinor: 1450,
    options: [
      'Béatrice and the Runaway Kite',
      'The Fox Who Counted Windows',
      'Where the Night Tram Sleeps',
      'Zoë Plants a Pear Tree',
    ],
  },
  {
    name: 'Graded reader level {model}: {option}',
    description:
      'A short illustrated story with controlled vocabulary, a glossary in the margin and comprehension questions. Level {model} of four.',
    priceMinor: { '1': 650, '2': 695 },
    options: ['The Baker of Willow Street', 'Lost on the Glacier', 'A Violin for Noémie'],
  },
  {
    name: 'From Outline to Essay: A Writing Handbook',
    description:
      'How to find a question, plan paragraphs, quote sources and revise a draft. With checklists to copy and twelve annotated student essays.',
    priceMinor: 1850,
  },
  {
    name: 'Bookkeeping for Small Companies, {model}',
    description:
      'Double entry, invoices, payroll and the year-end closing, explained with one small workshop as the running example.',
    priceMinor: { textbook: 3890, 'exercise book': 1690 },
  },
  {
    name: 'Programming on Paper and Screen, part {option}',
    description:
      'A language-neutral introduction with pencil-and-paper exercises first and code second. For evening courses and grades 9 to 12.',
    priceMinor: 2990,
    options: ['1: Values and Loops', '2: Data and Functions', '3: Files and Networks'],
  },
  {
    name: 'Exam practice papers: {option}, {model}',
    description:
      'Ten full-length papers in {option} at {model}, each with a marking scheme and model answers. Perforated pages.',
    priceMinor: { 'foundation level': 1195, 'higher level': 1350 },
    options: ['mathematics', 'biology', 'chemistry', 'English'],
  },
  {
    name: 'Revision flash cards: {option}, set of 120',
    description:
      'Question on the front, short answer and page reference on the back. Rounded cards on a metal ring in a sturdy box.',
    priceMinor: 1099,
    options: ['human anatomy', 'physics formulas', 'French verbs', 'capital cities', 'chemical elements'],
  },
  {
    name: 'Vectors and Matrices: Linear Algebra for Year One, {model}',
    description:
      'Vectors, matrices and eigenvalues for the first university year, with 600 exercises and applications in statistics and graphics.',
    priceMinor: { paperback: 5490, hardcover: 7950 },
  },
  {
    name: 'Statistics with Honest Data, {model}',
    description:
      'Sampling, probability, tests and regression taught on real survey data. For economics, psychology and nursing students.',
    priceMinor: { textbook: 6250, 'solutions manual': 2450 },
  },
];
