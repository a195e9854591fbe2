import type { ProductFamily } from '../family';

export const bags: readonly ProductFamily[] = [
  {
    name: 'School backpack {model}, {option}',
    description:
      'Ergonomic backpack with padded back, chest strap and reflective strips. Water-repellent fabric from recycled bottles, two bottle pockets.',
    priceMinor: { '18 litres': 4490, '24 litres': 5490, '30 litres': 5990 },
    options: ['navy', 'moss green', 'berry', 'graphite'],
  },
  {
    name: 'First-year satchel, {option}',
    description:
      'Light rigid satchel with magnetic clasp, adjustable harness and wide reflective edges for the way to school.',
    priceMinor: 11900,
    options: ['dinosaurs', 'meadow', 'space'],
  },
  {
    name: 'Laptop backpack {model}, {option}',
    description: 'Slim office backpack with suspended laptop compartment, hidden back pocket and trolley strap.',
    priceMinor: { '14-inch': 5490, '16-inch': 5990 },
    options: ['black', 'slate'],
  },
  {
    name: 'Laptop sleeve {model}, {option}',
    description: 'Padded sleeve of felted wool with a soft lining and a pocket for the charger.',
    priceMinor: { '13-inch': 2290, '14-inch': 2390, '16-inch': 2590 },
    options: ['light grey', 'charcoal'],
  },
  {
    name: 'Messenger bag, {model}, {option}',
    description: 'Waxed cotton shoulder bag with a wide flap, A4 compartment and adjustable strap.',
    priceMinor: { small: 4490, large: 5990 },
    options: ['olive', 'navy'],
  },
  {
    name: 'Attaché case, {model}, {option}',
    description: 'Slim attaché case with combination locks, document pockets and reinforced corners.',
    priceMinor: { 'imitation leather': 6990, cowhide: 15900 },
    options: ['black', 'cognac'],
  },
  {
    name: 'Pencil case, {model}, {option}',
    description: 'Roomy pencil case with smooth zips, elastic loops and a wipe-clean lining.',
    priceMinor: { 'double zip': 1290, 'single zip': 990, 'filled, 28 pieces': 2490 },
    options: ['navy', 'coral', 'dotted'],
  },
  {
    name: 'Drawstring sports bag, {option}',
    description: 'Light gym bag with cords that serve as straps, a zip pocket for keys and a name field.',
    priceMinor: 890,
    options: ['black', 'royal blue', 'red', 'lime'],
  },
  {
    name: 'Sports holdall {model}, {option}',
    description: 'Hard-wearing holdall with a ventilated shoe compartment, wet pocket and detachable shoulder strap.',
    priceMinor: { '35 litres': 3490, '55 litres': 4490 },
    options: ['black', 'navy'],
  },
  {
    name: 'Cotton tote bag, {model}, {option}',
    description: 'Sturdy organic cotton bag with long handles for library books and groceries. Machine-washable.',
    priceMinor: { '140 g/m²': 490, 'canvas with zip': 1290 },
    options: ['natural', 'black', 'crème'],
  },
  {
    name: 'Insulated lunch bag {model}, {option}',
    description: 'Cool bag with a leak-proof lining that keeps lunch fresh for five hours; folds flat when empty.',
    priceMinor: { '4 litres': 1490, '8 litres': 1990 },
    options: ['grey', 'leaf print'],
  },
  {
    name: 'Art portfolio case {model}',
    description:
      'Water-resistant folder with carrying handle, shoulder strap and inner elastic bands for drawings and boards.',
    priceMinor: { A3: 1890, A2: 2690, A1: 3990 },
  },
  {
    name: 'Hand-luggage trolley, {model}, {option}',
    description: 'Cabin-size case with four quiet double wheels, telescopic handle and a clip-in divider.',
    priceMinor: { 'soft shell, 36 litres': 6990, 'hard shell, 40 litres': 8990 },
    options: ['anthracite', 'petrol'],
  },
  {
    name: 'Document wallet A4, {option}',
    description: 'Zipped wallet of washable paper for contracts and travel papers with a pen loop and card slots.',
    priceMinor: 1890,
    options: ['natural brown', 'black'],
  },
  {
    name: 'Instrument bag for {model}',
    description: 'Padded bag with 15 mm foam, rain cover and backpack straps.',
    priceMinor: { ukulele: 1990, 'classical guitar': 3490, cello: 8990 },
  },
];
