import type { Layout } from './layout.js';

const MFA = 'Wird für alle Benutzer eine Mehr-Faktor-Authentisierung erzwungen?';
const REST = 'Werden Kundendaten im Ruhezustand verschlüsselt?';
const TRANSIT = 'Werden Daten bei der Übertragung mindestens mit TLS 1.2 verschlüsselt?';
const BACKUP = 'Wie häufig werden Datensicherungen erstellt?';
const JA_NEIN = ['Ja', 'Nein', 'Teilweise', 'Entfällt'];

/** Layouts of German questionnaires. */
export const GERMAN: readonly Layout[] = [
  {
    title: 'Nummer, Frage, Antwort, Bemerkung',
    sheets: [
      {
        rows: [
          ['Lfd. Nr.', 'Frage', 'Antwort', 'Bemerkung'],
          ['1', MFA],
          ['2', REST],
          ['3', BACKUP],
        ],
      },
    ],
    finds: ['B2 > C2 + D2', 'B3 > C3 + D3', 'B4 > C4 + D4'],
    ids: { B2: '1' },
  },
  {
    title: 'Anforderung, Erfüllt, Erläuterung, Nachweis mit Auswahllisten und Abschnitten',
    sheets: [
      {
        rows: [
          ['Lieferantenbewertung Informationssicherheit'],
          ['Nr.', 'Anforderung', 'Erfüllt?', 'Erläuterung', 'Nachweis'],
          ['A', 'Zugriffsschutz'],
          ['A.1', 'Der Zugriff ist durch Mehr-Faktor-Authentisierung geschützt.'],
          ['A.2', 'Berechtigungen werden rollenbasiert vergeben.'],
          ['B', 'Kryptographie'],
          ['B.1', 'Daten werden im Ruhezustand verschlüsselt.'],
        ],
        lists: { 'C4:C5 C7': JA_NEIN },
      },
    ],
    finds: ['B4 > C4 + D4 + E4', 'B5 > C5 + D5 + E5', 'B7 > C7 + D7 + E7'],
    sections: { B4: 'Zugriffsschutz', B7: 'Kryptographie' },
  },
  {
    title: 'Ankreuzmatrix',
    sheets: [
      {
        rows: [
          ['Pos.', 'Aussage', 'Ja', 'Nein', 'Entfällt', 'Kommentar'],
          ['1', 'Ein ISMS ist eingeführt.'],
          ['2', 'Ein DSB ist benannt.'],
        ],
      },
    ],
    finds: ['B2 > C2|D2|E2 + F2', 'B3 > C3|D3|E3 + F3'],
  },
  {
    title: 'Ankreuzmatrix unter "Antwort des Auftragnehmers", Bewertung durch den Auftraggeber',
    sheets: [
      {
        rows: [
          ['Nr.', 'Prüffrage', 'Antwort des Auftragnehmers', '', '', 'Bewertung durch den Auftraggeber', ''],
          ['', '', 'erfüllt', 'teilweise erfüllt', 'nicht erfüllt', 'Punkte', 'Bemerkung'],
          ['1.1', MFA],
          ['1.2', REST],
        ],
        merges: ['A1:A2', 'B1:B2', 'C1:E1', 'F1:G1'],
      },
    ],
    finds: ['B3 > C3|D3|E3', 'B4 > C4|D4|E4'],
  },
  {
    title: 'Kapitel in eigener Spalte, Antwort als Ja/Nein und Freitextantwort',
    sheets: [
      {
        rows: [
          ['Kapitel', 'ID', 'Fragestellung', 'Ja/Nein', 'Antwort (Freitext)', 'Verantwortlich'],
          ['Kryptographie', 'K-01', REST],
          ['', 'K-02', TRANSIT],
          ['Betrieb', 'B-01', BACKUP],
          ['', 'B-02', 'Werden Wiederherstellungen mindestens jährlich getestet?'],
        ],
      },
    ],
    finds: ['C2 > D2 + E2', 'C3 > D3 + E3', 'C4 > D4 + E4', 'C5 > D5 + E5'],
    sections: { C2: 'Kryptographie', C3: 'Kryptographie', C5: 'Betrieb' },
    ids: { C3: 'K-02' },
  },
  {
    title: 'Ausfüllhinweise, Beispielzeile und Summe',
    sheets: [
      {
        rows: [
          ['Bitte beantworten Sie alle Fragen. Zutreffendes auswählen.'],
          ['Nr.', 'Frage', 'Antwort', 'Kommentar'],
          ['Beispiel', 'Haben Sie einen Datenschutzbeauftragten benannt?', 'Ja', 'Frau Muster'],
          ['1', MFA],
          ['2', REST],
          ['', 'Hinweis: Kommentare sind nur bei "Nein" erforderlich.'],
          ['3', TRANSIT],
          ['', 'Gesamtpunktzahl', 0],
        ],
      },
    ],
    finds: ['B4 > C4 + D4', 'B5 > C5 + D5', 'B7 > C7 + D7'],
  },
  {
    title: 'ein Blatt je Themenbereich, dazu Anleitung und Auswahlwerte',
    sheets: [
      {
        name: 'Anleitung',
        rows: [
          ['Lieferantenfragebogen'],
          ['Dieses Dokument dient der Bewertung.'],
          ['Bitte füllen Sie alle Blätter aus.'],
          ['Haben Sie Fragen? Schreiben Sie uns.'],
        ],
      },
      { name: 'Technik', rows: [['Frage', 'Antwort'], [MFA], [REST]] },
      { name: 'Datenschutz', rows: [['Frage', 'Antwort'], ['Ist ein AVV vorhanden?'], ['Liegen TOM vor?']] },
      { name: 'Werte', state: 'hidden', rows: [['Frage', 'Antwort'], ['Ja?'], ['Nein?']] },
    ],
    finds: ['Technik!A2 > B2', 'Technik!A3 > B3', 'Datenschutz!A2 > B2', 'Datenschutz!A3 > B3'],
  },
  {
    title: 'Kriterium mit Umsetzungsstatus und Beschreibung der Maßnahmen, Reifegrad des Kunden',
    sheets: [
      {
        rows: [
          [
            'Bereich',
            'Kriterium',
            'Umsetzungsstatus',
            'Beschreibung der Maßnahmen',
            'Soll-Reifegrad',
            'Kundenkommentar',
          ],
          ['Cloud', 'Daten liegen ausschließlich in der EU'],
          ['Cloud', 'Mandanten sind voneinander getrennt'],
          ['Betrieb', 'Sicherungen werden täglich erstellt'],
        ],
        lists: {
          'C2:C4': ['umgesetzt', 'teilweise umgesetzt', 'geplant', 'nicht umgesetzt', 'nicht zutreffend'],
        },
      },
    ],
    finds: ['B2 > C2 + D2', 'B3 > C3 + D3', 'B4 > C4 + D4'],
    sections: { B2: 'Cloud', B4: 'Betrieb' },
  },
  {
    title: 'nur Frage und Bemerkung',
    sheets: [{ rows: [['Frage', 'Bemerkung'], [MFA], [BACKUP]] }],
    finds: ['A2 > B2', 'A3 > B3'],
  },
  {
    title: 'Stichworte als Fragen, Angabe des Anbieters',
    sheets: [
      {
        rows: [
          ['Thema', 'Angabe des Anbieters'],
          ['Hosting-Standort'],
          ['Verfügbarkeit (SLA)'],
          ['RTO / RPO'],
          ['Unterauftragnehmer'],
        ],
      },
    ],
    finds: ['A2 > B2', 'A3 > B3', 'A4 > B4', 'A5 > B5'],
  },
  {
    title: 'Überschrift über der Tabelle und Leerzeilen zwischen den Abschnitten',
    sheets: [
      {
        rows: [
          ['Fragebogen'],
          [],
          ['1. Organisation'],
          ['Nr.', 'Frage', 'Antwort', 'Nachweis'],
          ['1.1', 'Existiert eine Leitlinie zur Informationssicherheit?'],
          ['1.2', 'Ist ein ISB benannt?'],
          [],
          ['2. Technik'],
          ['Nr.', 'Frage', 'Antwort', 'Nachweis'],
          ['2.1', MFA],
          ['2.2', REST],
        ],
      },
    ],
    finds: ['B5 > C5 - + D5', 'B6 > C6 - + D6', 'B10 > C10 - + D10', 'B11 > C11 - + D11'],
    sections: { B5: '1. Organisation', B10: '2. Technik' },
  },
  {
    title: 'Überschriften in Großbuchstaben, Antwortspalte mit Platzhaltern',
    sheets: [
      {
        rows: [
          ['Anforderung', 'Stellungnahme', 'Ergänzende Angaben'],
          ['PHYSISCHE SICHERHEIT'],
          ['Zutritt zu Rechenzentren wird kontrolliert und protokolliert', 'Bitte auswählen'],
          ['Besucher werden in allen Sicherheitszonen begleitet', 'Bitte auswählen'],
          ['NETZWERK UND BETRIEB'],
          ['Netze sind segmentiert und durch Firewalls getrennt', 'Bitte auswählen'],
        ],
        lists: { 'B2:B6': ['Bitte auswählen', 'Ja', 'Nein'] },
      },
    ],
    finds: ['A3 > B3 + C3', 'A4 > B4 + C4', 'A6 > B6 + C6'],
    sections: { A3: 'PHYSISCHE SICHERHEIT', A6: 'NETZWERK UND BETRIEB' },
  },
];
