import type { ProductFamily } from '../family';

export const computers: readonly ProductFamily[] = [
  {
    name: 'Student laptop 11.6-inch, {model}, {option}',
    description:
      'Rugged laptop with rubber edges, spill-resistant keyboard and a battery for a full school day. HD webcam, two USB-C ports.',
    priceMinor: { '4 GB RAM, 64 GB': 24900, '8 GB RAM, 128 GB': 32900 },
    options: ['grey', 'blue'],
  },
  {
    name: 'Office laptop {model}',
    description:
      'Aluminium laptop with a matt full-HD screen, backlit keyboard and fingerprint reader. Charges over USB-C and weighs under 1.7 kg.',
    priceMinor: {
      '14-inch, 8 GB RAM, 256 GB SSD': 64900,
      '14-inch, 16 GB RAM, 512 GB SSD': 84900,
      '16-inch, 32 GB RAM, 1 TB SSD': 129900,
    },
  },
  {
    name: 'Mini desktop computer, {model}',
    description:
      'Palm-sized quiet PC that mounts behind a monitor. Six-core processor, four USB ports, gigabit network, two screens.',
    priceMinor: { '8 GB RAM, 256 GB SSD': 39900, '16 GB RAM, 512 GB SSD': 52900 },
  },
  {
    name: 'Drawing tablet computer 10.5-inch, {model}, {option}',
    description:
      'Tablet with laminated display and pressure-sensitive pen for notes and sketches. Metal back, twelve hours of battery.',
    priceMinor: { '64 GB': 27900, '128 GB': 34900 },
    options: ['silver', 'graphite'],
  },
  {
    name: 'Monitor {model}',
    description:
      'Flicker-free IPS panel with a wide viewing angle, height-adjustable stand and thin bezel. Wall-mountable, 100 mm pattern.',
    priceMinor: {
      '22-inch full HD': 11900,
      '24-inch full HD with USB-C': 17900,
      '27-inch QHD': 24900,
      '32-inch 4K': 39900,
      '34-inch ultrawide': 44900,
    },
  },
  {
    name: 'Wired keyboard, {model}, {option} layout',
    description:
      'Full-size keyboard with quiet keys, spill drain and a 1.8 m cable. Legends are laser-etched and do not wear off.',
    priceMinor: { standard: 1690, 'with large-print keys': 2990 },
    options: ['US English', 'UK English', 'German', 'French', 'Spanish'],
  },
  {
    name: 'Mechanical keyboard, compact, {option} switches',
    description: 'Seventy-five percent layout with replaceable switches, double-shot keycaps and white backlight.',
    priceMinor: 7900,
    options: ['quiet linear', 'tactile'],
  },
  {
    name: 'Optical mouse, {model}, {option}',
    description: 'Symmetrical three-button mouse for either hand, 1,600 dpi, with a sensor that works on bare desks.',
    priceMinor: { wired: 899, wireless: 1690 },
    options: ['black', 'white', 'red'],
  },
  {
    name: 'Vertical mouse, wireless, {option}',
    description:
      'Ergonomic mouse held at a handshake angle to relieve the wrist. Silent clicks, rechargeable over USB-C.',
    priceMinor: 3490,
    options: ['right-handed', 'left-handed'],
  },
  {
    name: 'USB stick {model}',
    description: 'Capless metal flash drive with a key-ring eye; reads at up to 120 MB/s.',
    priceMinor: { '32 GB': 690, '64 GB': 990, '128 GB': 1490 },
  },
  {
    name: 'Portable SSD {model}, {option}',
    description: 'Shock-resistant solid-state drive the size of a bank card, 1,000 MB/s, with hardware encryption.',
    priceMinor: { '500 GB': 5990, '1 TB': 8990, '2 TB': 14900 },
    options: ['black', 'teal'],
  },
  {
    name: 'Network storage with two bays, {model}',
    description:
      'Quiet file server for backups and shared folders, mirrored disks, snapshots and two 2.5-gigabit ports.',
    priceMinor: { 'without disks': 24900, '2 × 4 TB': 47900 },
  },
  {
    name: 'USB-C docking station, {model}',
    description: 'One cable for screens, network, keyboard and 90 W of charging. Aluminium housing with a lock slot.',
    priceMinor: { '7 ports': 6990, '12 ports, two screens': 15900 },
  },
  {
    name: 'USB-C cable, {option}, {model}',
    description: 'Braided cable for data at 10 Gbit/s and charging up to 100 W, tested for 10,000 bends.',
    priceMinor: { '0.5 m': 890, '1 m': 1090, '2 m': 1390 },
    options: ['black', 'white'],
  },
  {
    name: 'Network cable Cat 6A, {option}, {model}',
    description: 'Shielded copper patch cable with snag-free latches for 10-gigabit Ethernet.',
    priceMinor: { '1 m': 490, '3 m': 790, '10 m': 1690 },
    options: ['grey', 'blue', 'yellow'],
  },
  {
    name: 'Network switch, {model}',
    description: 'Fanless metal switch for desk or wall with link lights on every port and power-saving idle mode.',
    priceMinor: {
      '5 ports': 2290,
      '8 ports': 3290,
      '16 ports, managed': 11900,
      '24 ports, power over Ethernet': 32900,
    },
  },
  {
    name: 'Wireless access point, {model}',
    description:
      'Ceiling access point with central management, guest network and roaming between rooms. Powered over Ethernet.',
    priceMinor: { 'for 30 devices': 8900, 'for 100 devices': 17900 },
  },
  {
    name: 'Laptop charging trolley for {model}',
    description: 'Lockable steel trolley with timed charging, cable guides and four braked castors.',
    priceMinor: { '16 devices': 69900, '32 devices': 99900 },
  },
  {
    name: 'Laser printer A4, {model}',
    description:
      'Network printer with duplex unit and a 250-sheet tray; prints 30 pages a minute, the first after seven seconds.',
    priceMinor: { 'black and white': 17900, colour: 32900, 'colour with scanner': 44900 },
  },
  {
    name: 'Toner cartridge {model}, {option}',
    description:
      'Toner for our A4 laser printers, with a chip that reports the level. Returned free of charge for refilling.',
    priceMinor: { '2,500 pages': 5490, '6,000 pages': 8990 },
    options: ['black', 'cyan', 'magenta', 'yellow'],
  },
  {
    name: 'Microcontroller starter kit, {model}',
    description:
      'Programmable board with breadboard, sensors, LEDs, servo and a project book for first steps in electronics and code.',
    priceMinor: { '20 projects': 4490, 'class set for 10 pupils': 37900 },
  },
  {
    name: 'Laptop stand, {option}',
    description:
      'Folding stand with six heights that lifts the screen to eye level. Silicone pads, fits up to 16 inches.',
    priceMinor: 2690,
    options: ['aluminium', 'bamboo'],
  },
];
