import { describe, expect, test } from 'vitest';
import { statementsOf } from './statements-of.ts';

/** Language, text, speaker, what was said: of the last statement. */
type Case = readonly [string, string, string, readonly string[]];

const last = (language: string, text: string) => statementsOf(text, { language }).at(-1);

describe('who speaks', () => {
  test.each<Case>([
    ['de', 'Bürgermeisterin Wiebke Tansen sprach. „Das Geld reicht nicht“, sagte sie.', 'Wiebke Tansen', []],
    ['de', 'Tansen wies den Vorwurf zurück: „Die Rechnung stimmt.“', 'Tansen', []],
    ['de', 'Den Wirt Jan Brandt warnte im März eine Nachbarin: „Das geht nicht gut.“', 'eine Nachbarin', []],
    [
      'de',
      'Fraktionschef Jan Brandt (Bürgerblock) warf der Stadt vor, die Zahlen versteckt zu haben.',
      'Jan Brandt',
      [],
    ],
    ['de', 'Jan Brandt leitet den Bau. Die Halle ist nicht dicht, so Brandt.', 'Jan Brandt', []],
    ['fr', 'Le pont rouvrira en mai, a annoncé lundi soir la maire de Brenne, Odile Vasseur.', 'Odile Vasseur', []],
    ['fr', 'Le directeur du port, Luc Martin, affirme que le quai est sûr.', 'Luc Martin', []],
    ['fr', 'Selon son avocat, Luc Martin, le dossier est vide.', 'Luc Martin', []],
    ['fr', 'Hélène Coutard est maire. Mme Coutard assure que le quai est sûr.', 'Hélène Coutard', []],
    [
      'de',
      'Alois Hinter lebt in Keim. „Ich stand auf der falschen Wiese“, erzählte der 58-Jährige.',
      'Alois Hinter',
      [],
    ],
    ['es', 'El presidente del puerto, Tomás Arce, dijo que el muelle es seguro.', 'Tomás Arce', []],
    ['es', 'Carmen Ruiz dirige el museo. Según Ruiz, el barco llevaba trigo.', 'Carmen Ruiz', []],
    ['it', '«Il tetto perde», ha spiegato l’assessora al commercio, Marta Frilli.', 'Marta Frilli', []],
    ['it', 'Marta Frilli è assessora. Secondo Frilli la riparazione costerebbe molto.', 'Marta Frilli', []],
    ['it', 'Il ponte è sicuro, ha detto ieri sera in aula il sindaco di Brenna, Ugo Rossi.', 'Ugo Rossi', []],
    [
      'it',
      'La sindaca Lucia Rossi tace. Il ponte è chiuso. Lucia Rossi, la sindaca, ha parlato dopo. Ha poi spiegato che i lavori partono a maggio.',
      'Lucia Rossi',
      [],
    ],
    ['pt', 'A ponte é segura, informou a prefeitura nesta segunda-feira.', 'a prefeitura', []],
    [
      'pt',
      'O diretor, João Silva, chegou tarde. “Não vamos fechar a fábrica”, disse ao jornal O Farol Novo.',
      'João Silva',
      [],
    ],
    ['nl', 'Volgens Koen de Wit wist de stad van het lek.', 'Koen de Wit', ['wist de stad van het lek']],
    ['nl', '“De prijs is te hoog geworden”, zegt ceo Anna de Vries.', 'Anna de Vries', []],
    [
      'de',
      '„Das ist genug“, sagte Sprecher Tom Riegel. Bürgermeister Jan Brandt verteidigte den Schritt. „Das Netz kostet Geld“, betonte er.',
      'Jan Brandt',
      [],
    ],
    ['de', 'Die Vorsitzende der Liste, Ingrid Saal, sprach von einem „Griff in die Taschen aller“.', 'Ingrid Saal', []],
    ['de', '„Es reicht jetzt“, so dessen Sprecher Tom Riegel.', 'Tom Riegel', []],
    ['de', 'Das Wasser wird teurer, wie das Werk am Dienstag mitteilte.', 'das Werk', []],
    ['fr', 'Le pont est fermé depuis hier, comme l’a annoncé lundi la mairie.', 'la mairie', []],
    [
      'es',
      'Hugo Prieto volvió. La madre de Prieto, Rosa Calvo, esperaba. “No tengo palabras”, dijo entre lágrimas.',
      'Rosa Calvo',
      [],
    ],
    ['es', '“El río se seca cada año”, explica su autora, la hidróloga Inés Baeza.', 'Inés Baeza', []],
    ['es', 'Ana Ruiz es médico. Según el parte médico, ambos están bien.', 'el parte médico', []],
    ['nl', 'Conservator Ellen de Groot kwam. Volgens De Groot zijn de munten oud.', 'Ellen de Groot', []],
    ['nl', 'Hoogleraar Pieter ’t Hart zegt dat het dak lekt.', 'Pieter ’t Hart', []],
    ['nl', 'De provincie laat weten dat er geen geld is.', 'de provincie', []],
    ['it', '“Bastano i recinti e i cani”, osserva Marta Lodi di Amici del Bosco.', 'Marta Lodi', []],
    ['de', 'Ida Brandt malt. „Oma sprach oft davon“, sagte die 74-Jährige am Telefon.', 'Ida Brandt', []],
    [
      'fr',
      'Jean-Marc Fabre élève des brebis. « C’est le loup, j’ai vu les traces », affirme-t-il.',
      'Jean-Marc Fabre',
      [],
    ],
    ['fr', 'Son voisin hausse les épaules : « On verra bien demain, va. »', 'son voisin', []],
    ['de', 'Das »Keimer Tagblatt« berichtete, niemand sei verletzt.', 'Keimer Tagblatt', []],
    ['de', 'Laut dem Magazin „Strafraum“ ist der Trainer weg.', 'Strafraum', []],
    ['de', 'Dem Gutachten zufolge ist die Brücke marode.', 'das Gutachten', []],
    ['de', 'Jan Brandt erfuhr nach eigenen Worten erst am Samstag davon.', 'Jan Brandt', []],
    [
      'fr',
      `Odile Vasseur dirige le port. ${'Le quai est long et gris. '.repeat(24)}« Je reste », réplique l’intéressée.`,
      'Odile Vasseur',
      [],
    ],
    [
      'pt',
      'Houve fogo em Porto Claro. “As chamas viam-se ao longe”, contou à Rádio Litoral Maria Pires.',
      'Maria Pires',
      [],
    ],
    ['pt', 'Segundo o comandante dos bombeiros, Rui Falcão, o alerta foi dado cedo.', 'Rui Falcão', []],
    [
      'pt',
      'A engenheira Ana Silva, da Universidade Estadual, chegou. “O muro vai cair”, explica a professora.',
      'a professora',
      [],
    ],
  ])('%s: %s', (language, text, name) => {
    expect(last(language, text)?.name ?? statementsOf(text, { language })[0]?.name).toBe(name);
  });

  test('two of one surname are two: a father does not say what his daughter said', () => {
    const found = statementsOf(
      '« Je partirai en mer dès demain », a dit Marie Kerdonc. Son père, Hervé Kerdonc, pêcheur, se tait. « Je reviendrai », a ajouté Marie Kerdonc.',
      { language: 'fr' },
    );
    expect(found.map(({ name }) => name)).toEqual(['Marie Kerdonc', 'Marie Kerdonc']);
  });

  test('a family is not the person who bears its name', () => {
    const one = last(
      'it',
      'Lucia Solari, presidente, ha parlato. La famiglia Solari ha confermato che la fabbrica chiude.',
    );
    expect(one?.name).toBe('la famiglia Solari');
  });

  test('another word for an office that nobody was said to hold stays as written', () => {
    const one = last(
      'it',
      'Ugo Rossi, presidente della Regione, è partito. Il prefetto ha detto che il ponte è sicuro.',
    );
    expect(one?.name).toBe('il prefetto');
  });
});

describe('what was said', () => {
  test.each<Case>([
    [
      'de',
      'Das Schiff sei „ein Spielzeug für reiche Leute“, erklärte Jan Brandt.',
      'Jan Brandt',
      ['Das Schiff sei „ein Spielzeug für reiche Leute“'],
    ],
    ['de', 'Jan Brandt bestritt, das Geld genommen zu haben.', 'Jan Brandt', ['das Geld genommen zu haben']],
    [
      'de',
      'Die Gewerkschaft wartet. Das neue Angebot nannte sie „einen schlechten Witz“.',
      '',
      ['Das neue Angebot', '„einen schlechten Witz“'],
    ],
    ['de', 'Anna Weber nannte den Plan „einen schlechten Witz“.', 'Anna Weber', ['den Plan „einen schlechten Witz“']],
    ['de', 'Dem Bericht zufolge ist die Brücke marode.', 'der Bericht', ['ist die Brücke marode']],
    [
      'de',
      'Der Klub trennt sich vom Trainer. Das teilte der Verein am Montag mit.',
      'der Verein',
      ['Der Klub trennt sich vom Trainer'],
    ],
    [
      'fr',
      '« Il reste onze élèves ici, a-t-elle expliqué. On ne peut pas attendre. » Anne Roche est maire.',
      'Anne Roche',
      ['Il reste onze élèves ici', 'On ne peut pas attendre.'],
    ],
    ['fr', 'Luc Martin a nié mercredi avoir vendu de faux billets.', 'Luc Martin', ['avoir vendu de faux billets']],
    ['es', 'Carmen Ruiz negó la acusación.', 'Carmen Ruiz', ['la acusación']],
    [
      'es',
      'Carmen Ruiz aseguró que el plan sigue vivo, pero reconoció que no hay prisa.',
      'Carmen Ruiz',
      ['el plan sigue vivo'],
    ],
    ['pt', 'João Silva rejeita as críticas e diz que o plano foi discutido.', 'João Silva', ['as críticas']],
    ['fr', 'Luc Martin juge que « cette fermeture était évitable ».', 'Luc Martin', ['cette fermeture était évitable']],
    [
      'de',
      'Auch der Bund zeigte sich enttäuscht: „Irgendwann ist Schluss“, so Sprecher Tom Riegel.',
      'Tom Riegel',
      ['Irgendwann ist Schluss'],
    ],
    ['it', 'Ugo Rossi ha negato ieri in aula di aver visto le lettere.', 'Ugo Rossi', ['di aver visto le lettere']],
    ['nl', 'Trainer Jan Bakker zegt het besluit te begrijpen.', 'Jan Bakker', ['het besluit te begrijpen']],
    ['nl', 'Uit de jaarrekening blijkt dat het verlies groeide.', 'de jaarrekening', ['het verlies groeide']],
    [
      'es',
      'El club anunció la venta de Bruno Sosa, el delantero que más goles marcó.',
      'el club',
      ['la venta de Bruno Sosa, el delantero que más goles marcó'],
    ],
    [
      'nl',
      'Vakbondsvrouw Anna de Vries eist een garantie van drie jaar.',
      'Anna de Vries',
      ['een garantie van drie jaar'],
    ],
    ['es', 'Carmen Ruiz confirmó 418 casos en lo que va del año.', 'Carmen Ruiz', ['418 casos en lo que va del año']],
  ])('%s: %s', (language, text, _name, words) => {
    expect(statementsOf(text, { language })[0]?.said).toEqual(words);
  });

  test('German speech that is told goes on without a cue, and a sentence with a cue of its own does not', () => {
    const found = statementsOf(
      'Die Brücke ist zu, sagte Jan Brandt. Man habe Risse gefunden. Das »Keimer Tagblatt« berichtete, niemand sei verletzt.',
      { language: 'de' },
    );
    expect(found.slice(0, 2).map(({ name }) => name)).toEqual(['Jan Brandt', 'Jan Brandt']);
    expect(found[1]?.said).toEqual(['Man habe Risse gefunden']);
    expect(found[2]?.name).not.toBe('Jan Brandt');
  });

  test.each([
    ['de', 'Anna Weber wollte sich zu den Kosten nicht äußern.', 'zu den Kosten'],
    ['fr', 'La mairie n’a pas souhaité commenter ce chiffre.', 'commenter ce chiffre'],
    ['es', 'La empresa declinó hacer comentarios.', 'hacer comentarios'],
    ['pt', 'O ministro João Silva não quis comentar o caso.', 'comentar o caso'],
    ['it', 'La procura non ha voluto commentare.', 'commentare'],
    ['nl', 'De gemeente wilde niet reageren.', 'reageren'],
  ])('%s: who declines to speak: %s', (language, text, words) => {
    expect(last(language, text)).toMatchObject({ stance: 'declines', said: [words] });
  });

  test.each([
    ['de', 'Ein Kassenwart soll den Verein betrogen haben.', 'soll'],
    ['fr', 'Le vendeur aurait quitté le pays.', 'aurait'],
    ['nl', 'De bakker zou het geld verstopt hebben.', 'zou'],
    ['es', 'Al parecer, tres nidos han sido retirados.', 'Al parecer'],
    ['de', 'Gerüchten zufolge steht die Brücke bald leer.', 'Gerüchten zufolge'],
  ])('%s: what is told and nobody tells has no source: %s', (language, text, hedge) => {
    expect(last(language, text)).toMatchObject({ kind: 'unstated', hedge });
  });

  test.each([
    ['fr', 'Si le maire avait menti, le conseil aurait quitté la salle.'],
    ['de', 'Der Sender spielt ein Lied, die Gäste tanzen.'],
    ['it', 'Carla Benetti, 66 anni, racconta la serata di martedì.'],
    ['fr', 'Luc Martin, l’avocat de la défense, a plaidé la relaxe.'],
  ])('%s: nobody says anything: %s', (language, text) => {
    expect(statementsOf(text, { language })).toEqual([]);
  });
});

test.each([
  ['ja', '会員代表の鈴木恵子さんは「中止を強く求める」と話した。', '鈴木恵子さん', true, '中止を強く求める'],
  ['ja', '高村健議員は「足りない」と批判した。', '高村健議員', true, '足りない'],
  ['ja', '佐倉市は12日、図書館を閉じると発表した。', '佐倉市', true, '図書館を閉じる'],
  ['ja', '担当者は「詳細は答えられない」と述べた。', '担当者', false, '詳細は答えられない'],
  ['ar', 'وقال رئيس البلدية سامي الحداد إن الجسر مغلق.', 'رئيس البلدية سامي الحداد', true, 'الجسر مغلق'],
  ['ar', 'قالت ليلى منصور إن الجسر قديم. وأضافت أن العمل بدأ.', 'ليلى منصور', true, 'العمل بدأ'],
  ['ar', 'وبحسب وزارة النقل، فإن الجسر قديم.', 'وزارة النقل', true, 'الجسر قديم'],
  ['ar', 'قال سامي الحداد إن الجسر مغلق. وأكد الحداد أن العمل بدأ.', 'سامي الحداد', true, 'العمل بدأ'],
  [
    'ja',
    '鈴木恵子さんは「中止を強く求める」と話した。鈴木さんは「話し合いが足りない」と述べた。',
    '鈴木恵子さん',
    true,
    '話し合いが足りない',
  ],
])('%s: %s', (language, text, name, named, said) => {
  expect(last(language, text)).toMatchObject({ name, named, said: [said] });
});

test('a title makes a person of an Arabic name, a cell of a table ends a German one', () => {
  expect(last('ar', 'قالت المهندسة ليلى منصور إن الجسر قديم.')).toMatchObject({ kind: 'person' });
  expect(last('de', 'Laut Büros\t|\tBrakel\t|\tPartner ist der Bau sicher.')?.name ?? '').not.toMatch(/[\t|]/);
});

test.each([
  ['fr', '« Ma fille nageait, c’est fini », raconte Sophie.', 'Sophie'],
  ['pt', '“Levo duas horas para chegar”, conta a diarista Sueli Ramos.', 'Sueli Ramos'],
])('%s: somebody is a person, not an organization: %s', (language, text, name) => {
  expect(last(language, text)).toMatchObject({ name, kind: 'person', named: true });
});

test.each([
  ['de', 'sagte '],
  ['de', 'wollte nicht das die '],
  ['de', '„'],
  ['de', 'Jan Brandt '],
  ['fr', 'selon le '],
  ['fr', '« a dit, '],
  ['es', 'dijo que '],
  ['nl', 'Uit de wilde niet '],
  ['it', ', '],
  ['pt', '— '],
  ['sv', '– Nej, säger '],
  ['sv', 'som visar att '],
  ['da', 'Det afviser '],
  ['da', 'Ifølge Overby til '],
  ['fr', 'Le groupe Orvane. Le groupe a dit que '],
  ['ja', '「と述べたは'],
  ['ar', 'قال '],
])('%s: a hundred thousand letters of “%s” does not hold a reader up', (language, words) => {
  const text = words.repeat(Math.ceil(100_000 / words.length));
  expect(Array.isArray(statementsOf(text, { language }))).toBe(true);
});
