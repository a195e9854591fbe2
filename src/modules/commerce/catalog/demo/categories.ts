import { demoId } from '../../../../core/kernel/runtime/random';

export interface DemoCategory {
  id: string;
  name: string;
  /** Name in an address, such as `audio-video`. */
  slug: string;
  description: string;
}

function category(n: number, slug: string, name: string, description: string): DemoCategory {
  return { id: demoId('category', n), name, slug, description };
}

/** The shop's shelves, in the order of a printed catalogue. */
export const demoCategories: readonly DemoCategory[] = [
  category(
    1,
    'books',
    'Books & Textbooks',
    'Course books, readers, dictionaries and exam practice from picture book to degree.',
  ),
  category(2, 'stationery', 'Stationery', 'Paper, pens, binders and everything else that lives on a desk.'),
  category(3, 'art', 'Art Supplies', 'Paint, brushes, paper, clay and tools for the art room.'),
  category(
    4,
    'laboratory',
    'Laboratory',
    'Glassware, measuring instruments, models and safety gear for science lessons.',
  ),
  category(
    5,
    'computers',
    'Computers',
    'Laptops, monitors, accessories, network and electronics for class and office.',
  ),
  category(
    6,
    'audio-video',
    'Audio & Video',
    'Projectors, screens, cameras, microphones and cables for rooms that teach and meet.',
  ),
  category(7, 'furniture', 'Furniture', 'Desks, chairs, boards and storage for classrooms, libraries and offices.'),
  category(8, 'sports', 'Sports', 'Balls, nets, mats and training equipment for the gym and the field.'),
  category(9, 'music', 'Music', 'Instruments, stands, strings and sheet music for lessons and ensembles.'),
  category(10, 'bags', 'Bags', 'Backpacks, laptop sleeves, pencil cases and carriers for school and work.'),
  category(11, 'clothing', 'Clothing & Uniforms', 'Uniforms, sportswear and work clothes in school and staff sizes.'),
  category(
    12,
    'kitchen',
    'Kitchen & Canteen',
    'Crockery, cookware, canteen equipment and supplies for the coffee corner.',
  ),
];
