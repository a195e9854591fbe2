import type { ProductFamily } from '../family';

export const kitchen: readonly ProductFamily[] = [
  {
    name: 'Café au lait bowl, {model}, {option}',
    description: 'Handmade stoneware bowl for milk coffee, soup or cereal, safe in dishwasher and microwave.',
    priceMinor: { '400 ml': 890, '600 ml': 1090 },
    options: ['sand', 'denim blue'],
  },
  {
    name: 'Crème brûlée dishes, {model}',
    description:
      'Shallow porcelain dishes for crème brûlée and gratins, oven-proof up to 250 °C and safe under the grill.',
    priceMinor: { 'set of 4': 1690, 'set of 12': 4490 },
  },
  {
    name: 'Éclair baking tray, {model}',
    description: 'Perforated non-stick tray with long hollows that give every éclair the same shape and a crisp base.',
    priceMinor: { '12 hollows': 2290, '24 hollows': 3690 },
  },
  {
    name: 'Crêpe pan, {model}',
    description: 'Flat pan with a low rim for thin crêpes, of carbon steel that turns non-stick with use.',
    priceMinor: { '24 cm': 2490, '28 cm': 2990 },
  },
  {
    name: 'Sauté pan with lid, {model}',
    description: 'Deep pan with straight sides and an aluminium core; suits gas, ceramic and induction hobs.',
    priceMinor: { '24 cm': 4490, '28 cm': 5490 },
  },
  {
    name: 'Soufflé dish, {model}',
    description: 'Straight-sided fluted porcelain dish in which a soufflé rises evenly.',
    priceMinor: { '12 cm': 890, '18 cm': 1690 },
  },
  {
    name: 'Stockpot, stainless steel, {model}',
    description: 'Catering pot with welded handles, a sandwich base and litre marks inside; the lid lies flat.',
    priceMinor: { '10 litres': 6990, '20 litres': 9990, '36 litres': 14900 },
  },
  {
    name: 'Dinner plate {model}, {option}, set of 6',
    description: 'Hard porcelain with a reinforced rim, made to be stacked and washed a thousand times.',
    priceMinor: { '21 cm': 3290, '27 cm': 4490 },
    options: ['white', 'white with blue rim'],
  },
  {
    name: 'Canteen tray {model}, {option}',
    description: 'Polyester tray with a non-slip surface, stacking lugs and no sharp edges.',
    priceMinor: { '37 × 27 cm': 890, '46 × 34 cm': 1190 },
    options: ['grey', 'red', 'wood look'],
  },
  {
    name: 'Cutlery set, {model}',
    description: 'Polished 18/10 stainless steel with forged knives; plain handles that go with everything.',
    priceMinor: { '24 pieces': 4990, '60 pieces': 10900, "children's, 4 pieces": 1490 },
  },
  {
    name: 'Drinking glasses {model}, set of 12',
    description: 'Tempered stacking tumblers that survive knocks and break without splinters.',
    priceMinor: { '200 ml': 1890, '350 ml': 2390 },
  },
  {
    name: 'Mug {model}, {option}',
    description: 'Thick-walled porcelain mug with a roomy handle that keeps tea warm through the meeting.',
    priceMinor: { '300 ml': 690, '450 ml': 890 },
    options: ['white', 'forest green', 'crème'],
  },
  {
    name: 'Water bottle, {model}, {option}',
    description: 'Leak-proof bottle with a wide mouth for ice and brushes; free of bisphenol A.',
    priceMinor: { 'steel, 500 ml': 1690, 'steel, 750 ml': 1990, 'light plastic, 600 ml': 990 },
    options: ['sky blue', 'coral', 'black'],
  },
  {
    name: 'Lunch box, {model}, {option}',
    description: 'Box with removable dividers and a clip lid that children can open by themselves.',
    priceMinor: { 'plastic, 2 compartments': 1190, 'stainless steel, 3 compartments': 2490 },
    options: ['mint', 'blue'],
  },
  {
    name: 'Cafetière, {model}',
    description: 'Glass coffee press with a fine steel filter and a cork collar that does not burn the fingers.',
    priceMinor: { '350 ml': 1890, '1 litre': 2890 },
  },
  {
    name: 'Filter coffee machine, {model}',
    description: 'Brews into a steel vacuum jug that keeps coffee hot for four hours without a hotplate.',
    priceMinor: { '10 cups': 6990, '15 cups': 9990, 'twin, 30 cups': 34900 },
  },
  {
    name: 'Electric kettle {model}',
    description: 'Stainless steel kettle with concealed element, limescale filter and automatic switch-off.',
    priceMinor: { '1 litre': 2990, '1.7 litres': 3990, '1.7 litres with temperature control': 5990 },
  },
  {
    name: 'Coffee beans for café crème, {option}, {model}',
    description: 'Arabica blend roasted slowly for filter and espresso machines, with notes of cocoa and hazelnut.',
    priceMinor: { '250 g': 690, '1 kg': 2190 },
    options: ['medium roast', 'dark roast', 'decaffeinated'],
  },
  {
    name: 'Tea bags, {option}, box of {model}',
    description: 'Individually wrapped bags without staples for the meeting room and staff kitchen.',
    priceMinor: { '25': 390, '100': 1290 },
    options: ['black tea', 'peppermint', 'rosehip', 'green tea'],
  },
  {
    name: "Chef's knife, {model}",
    description: 'Forged blade of high-carbon steel, hardened to 57 HRC, with a riveted handle and full tang.',
    priceMinor: { '16 cm': 3490, '20 cm': 3990, '15 cm with finger guard, for children': 1990 },
  },
  {
    name: 'Chopping board, {option}, {model}',
    description: 'Knife-friendly board with juice groove; the colour coding keeps raw and cooked food apart.',
    priceMinor: { '38 × 25 cm': 1290, '53 × 32 cm': 2290 },
    options: ['green', 'red', 'yellow'],
  },
  {
    name: 'Purée sieve with crank, {model}',
    description: 'Food mill with three discs for soups, mash and apple purée.',
    priceMinor: { '20 cm': 3490, '31 cm, for canteens': 11900 },
  },
  {
    name: 'Paper napkins, {option}, pack of {model}',
    description: 'Soft two-ply napkins of unbleached recycled tissue, folded in four.',
    priceMinor: { '100': 450, '1,000': 3290 },
    options: ['white', 'natural'],
  },
];
