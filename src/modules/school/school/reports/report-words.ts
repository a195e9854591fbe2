import { defineWords } from '../../../../core/kernel/text';

/** What reports and transcripts say on paper. */
export const REPORT_WORDS = defineWords({
  en: {
    brand: 'ATRIUM SCHOOL',
    school: 'The school',
    /** In reports of all modules. */
    section: 'School',
    classroomOf: (name: string) => `Classroom ${name}`,
    transcriptOf: (student: string) => `Transcript of ${student}`,
    partOf: (student: string) => `Part of the transcript of ${student}`,
    allTerms: 'All terms',
    asOf: (day: string, time: string) => `as of ${day}, ${time}`,
    student: 'Student',
    students: 'Students',
    classroom: 'Classroom',
    classrooms: 'Classrooms',
    subject: 'Subject',
    subjects: 'Subjects',
    terms: 'Terms',
    grades: 'Grades',
    mean: 'Mean',
    meanOfAll: 'Mean of all',
    median: 'Median',
    deviation: 'Deviation',
    lowest: 'Lowest',
    highest: 'Highest',
    /** The mean of the class. */
    class: 'Class',
    scale: '0 to 100',
    spread: 'How the scores are spread',
    bySubject: 'By subject',
    byStudent: 'By student',
    byClassroom: 'By classroom',
    meanNote: 'The mean is weighted; everything else is over the scores as they are. Two decimals, rounded half up.',
    classNote: (others: number) =>
      '“Class” is the mean of the class, each student counting once, in whole points; it is told of closed terms and of ' +
      `more than ${others} students alone. Means are weighted, two decimals, rounded half up.`,
    partNote: 'A part of the transcript alone, and not signed.',
    copyNote: 'A copy for your own use: it is not signed. Ask the school to issue it where it must be shown to others.',
    revoked: (day: string) => `REVOKED on ${day}: this transcript is no longer vouched for.`,
    studentsGraded: 'Students graded',
    byPoints: 'Grades by points',
  },
  es: {
    brand: 'ATRIUM ESCUELA',
    school: 'La escuela',
    section: 'Escuela',
    classroomOf: (name) => `Clase ${name}`,
    transcriptOf: (student) => `Expediente académico de ${student}`,
    partOf: (student) => `Parte del expediente académico de ${student}`,
    allTerms: 'Todos los periodos',
    asOf: (day, time) => `a ${day}, ${time}`,
    student: 'Estudiante',
    students: 'Estudiantes',
    classroom: 'Clase',
    classrooms: 'Clases',
    subject: 'Asignatura',
    subjects: 'Asignaturas',
    terms: 'Periodos',
    grades: 'Notas',
    mean: 'Media',
    meanOfAll: 'Media total',
    median: 'Mediana',
    deviation: 'Desviación',
    lowest: 'Mínima',
    highest: 'Máxima',
    class: 'Grupo',
    scale: '0 a 100',
    spread: 'Distribución de las notas',
    bySubject: 'Por asignatura',
    byStudent: 'Por estudiante',
    byClassroom: 'Por clase',
    meanNote:
      'La media es ponderada; lo demás se calcula sobre las notas tal como son. Dos decimales; la mitad se redondea hacia arriba.',
    classNote: (others) =>
      '«Grupo» es la media de la clase: cada estudiante cuenta una vez, en puntos enteros; solo consta en periodos cerrados ' +
      `y con más de ${others} estudiantes. Las medias son ponderadas, con dos decimales; la mitad se redondea hacia arriba.`,
    partNote: 'Es solo una parte del expediente y no está firmada.',
    copyNote:
      'Copia para uso propio: no está firmada. Si hay que presentarla a otros, pide a la escuela que la expida.',
    revoked: (day) => `REVOCADO el ${day}: la escuela ya no responde de este expediente.`,
    studentsGraded: 'Estudiantes con nota',
    byPoints: 'Notas por puntos',
  },
});

export type ReportWords = (typeof REPORT_WORDS)['en'];
