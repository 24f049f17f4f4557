import { Buffer } from 'node:buffer';
import {
  MAIN,
  STRICT,
  sheetXml,
  type TestEntry,
  type TestWorkbook,
  workbookEntries,
} from './build-package.js';

/** A small workbook with one feature that an edit must not touch. */
export interface Feature {
  readonly name: string;
  readonly entries: readonly TestEntry[];
  /** Cell to edit on the first sheet; B2 when absent. */
  readonly cell?: string;
  /** A piece of the sheet that must be there as it was, beside all that the comparison of bytes finds. */
  readonly keeps?: readonly string[];
}

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MS = 'http://schemas.microsoft.com/office';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** A question with an empty answer cell. */
const ROWS =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>Question</t></is></c></row><row r="2" spans="1:2"><c r="A2" t="inlineStr"><is><t>Is it?</t></is></c><c r="B2" s="5"/></row>';

type Related = NonNullable<TestWorkbook['sheets'][number]['related']>;

/** A workbook with a sheet of `ROWS`, elements after its cells, and parts of its own. */
function book(after: string, related: Related = [], more: Partial<TestWorkbook> = {}): TestEntry[] {
  return workbookEntries({ sheets: [{ name: 'S', rows: ROWS, after, related }], ...more });
}

const sheetOnly = (name: string, xml: string, cell = 'B2', keeps: readonly string[] = []): Feature => ({
  name,
  entries: workbookEntries({ sheets: [{ name: 'S', xml }] }),
  cell,
  keeps,
});

const ANCHOR = (content: string): string =>
  `<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"><xdr:twoCellAnchor>${content}<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;

const objects: readonly Feature[] = [
  {
    name: 'a chart',
    entries: [
      ...book('<drawing r:id="rId1"/>', [
        { type: 'drawing', path: 'drawings/drawing1.xml', data: ANCHOR('<xdr:graphicFrame/>') },
      ]),
      {
        name: 'xl/charts/chart1.xml',
        data: `<c:chartSpace xmlns:c="${DRAWING}/chart"><c:chart/></c:chartSpace>`,
      },
      { name: 'xl/charts/style1.xml', data: '<cs:chartStyle xmlns:cs="x"/>' },
    ],
    keeps: ['<drawing r:id="rId1"/>'],
  },
  {
    name: 'a picture, and one in the background',
    entries: [
      ...book('<drawing r:id="rId1"/><picture r:id="rId2"/>', [
        { type: 'drawing', path: 'drawings/drawing1.xml', data: ANCHOR('<xdr:pic/>') },
        { type: 'image', path: 'media/image1.png', data: '\u0089PNG' },
      ]),
      { name: 'xl/media/image2.jpeg', data: Buffer.from('ffd8ffe000104a464946', 'hex'), method: 0 },
    ],
  },
  {
    name: 'shapes',
    entries: book('<drawing r:id="rId1"/>', [
      {
        type: 'drawing',
        path: 'drawings/drawing1.xml',
        data: ANCHOR(
          '<xdr:sp macro=""><xdr:txBody><a:p><a:r><a:t> x </a:t></a:r></a:p></xdr:txBody></xdr:sp>',
        ),
      },
    ]),
  },
  {
    name: 'form controls',
    entries: book(
      `<legacyDrawing r:id="rId1"/><mc:AlternateContent xmlns:mc="${MC}"><mc:Choice Requires="x14"><controls><mc:AlternateContent><mc:Choice Requires="x14"><control shapeId="1025" r:id="rId2" name="Check Box 1"/></mc:Choice></mc:AlternateContent></controls></mc:Choice></mc:AlternateContent>`,
      [
        {
          type: 'vmlDrawing',
          path: 'drawings/vmlDrawing1.vml',
          data: '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape>',
        },
        {
          type: `${REL}/ctrlProp`,
          path: 'ctrlProps/ctrlProp1.xml',
          data: `<formControlPr xmlns="${MS}/spreadsheetml/2009/9/main" objectType="CheckBox" fmlaLink="$B$9"/>`,
        },
      ],
    ),
  },
  {
    name: 'classic comments',
    entries: book('<legacyDrawing r:id="rId2"/>', [
      {
        type: 'comments',
        path: 'comments1.xml',
        data: `<comments xmlns="${MAIN}"><authors><author>A</author></authors><commentList><comment ref="B2" authorId="0"><text><r><t>why?</t></r></text></comment></commentList></comments>`,
      },
      { type: 'vmlDrawing', path: 'drawings/vmlDrawing1.vml', data: '<xml/>' },
    ]),
  },
  {
    name: 'threaded comments and their people',
    entries: [
      ...book('', [
        {
          type: `${MS}/2017/10/relationships/threadedComment`,
          path: 'threadedComments/threadedComment1.xml',
          data: `<ThreadedComments xmlns="${MS}/spreadsheetml/2018/threadedcomments"><threadedComment ref="B2" dT="2026-01-01T00:00:00.00" personId="{1}" id="{2}"><text>see @you</text></threadedComment></ThreadedComments>`,
        },
      ]),
      {
        name: 'xl/persons/person.xml',
        data: `<personList xmlns="${MS}/spreadsheetml/2018/threadedcomments"><person displayName="A" id="{1}"/></personList>`,
      },
    ],
  },
  {
    name: 'a pivot table with its cache',
    entries: [
      ...book('', [
        {
          type: 'pivotTable',
          path: 'pivotTables/pivotTable1.xml',
          data: `<pivotTableDefinition xmlns="${MAIN}" name="P" cacheId="1"/>`,
        },
      ]),
      { name: 'xl/pivotCache/pivotCacheDefinition1.xml', data: `<pivotCacheDefinition xmlns="${MAIN}"/>` },
      { name: 'xl/pivotCache/pivotCacheRecords1.xml', data: `<pivotCacheRecords xmlns="${MAIN}"/>` },
    ],
  },
  {
    name: 'slicers',
    entries: [
      ...book(
        `<extLst><ext uri="{A8765BA9-456A-4dab-B4F3-ACF838C121DE}" xmlns:x14="${MS}/spreadsheetml/2009/9/main"><x14:slicerList><x14:slicer r:id="rId1"/></x14:slicerList></ext></extLst>`,
        [
          {
            type: `${MS}/2007/relationships/slicer`,
            path: 'slicers/slicer1.xml',
            data: `<slicers xmlns="${MS}/spreadsheetml/2009/9/main"/>`,
          },
        ],
      ),
      { name: 'xl/slicerCaches/slicerCache1.xml', data: '<slicerCacheDefinition name="S"/>' },
    ],
    keeps: ['<x14:slicer r:id="rId1"/>'],
  },
  {
    name: 'macros',
    entries: [
      ...book('', [], { mainType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' }),
      { name: 'xl/vbaProject.bin', data: Buffer.from('d0cf11e0a1b11ae1', 'hex') },
    ],
  },
  {
    name: 'custom XML, sensitivity labels and document properties',
    entries: [
      ...book(''),
      { name: 'customXml/item1.xml', data: '<?mso-contentType?><FormTemplates xmlns="x"/>' },
      { name: 'customXml/itemProps1.xml', data: '<ds:datastoreItem xmlns:ds="x" ds:itemID="{1}"/>' },
      {
        name: 'docMetadata/LabelInfo.xml',
        data: `<clbl:labelList xmlns:clbl="${MS}/2020/mipLabelMetadata"><clbl:label id="{1}" enabled="1"/></clbl:labelList>`,
      },
      { name: 'docProps/custom.xml', data: '<Properties><property name="MSIP_Label_1"/></Properties>' },
    ],
  },
  {
    name: 'external links and a query table',
    entries: [
      ...book('', [
        {
          type: 'queryTable',
          path: 'queryTables/queryTable1.xml',
          data: `<queryTable xmlns="${MAIN}" name="q"/>`,
        },
      ]),
      { name: 'xl/externalLinks/externalLink1.xml', data: `<externalLink xmlns="${MAIN}"/>` },
      {
        name: 'xl/externalLinks/_rels/externalLink1.xml.rels',
        data: '<Relationships><Relationship Id="rId1" TargetMode="External" Target="file:///C:/x.xlsx"/></Relationships>',
      },
      { name: 'xl/connections.xml', data: `<connections xmlns="${MAIN}"/>` },
    ],
  },
  {
    name: 'printer settings and page breaks',
    entries: book(
      '<pageMargins left="0.7"/><pageSetup paperSize="9" r:id="rId1"/><headerFooter><oddHeader>&amp;C&amp;P</oddHeader></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="5" max="16383" man="1"/></rowBreaks>',
      [{ type: 'printerSettings', path: 'printerSettings/printerSettings1.bin', data: '\0\u0001printer' }],
    ),
  },
];

const X14 = `xmlns:x14="${MS}/spreadsheetml/2009/9/main" xmlns:xm="${MS}/excel/2006/main"`;

const elements: readonly Feature[] = [
  {
    name: 'conditional formats, classic and extended',
    entries: book(
      `<conditionalFormatting sqref="B2:B9"><cfRule type="cellIs" dxfId="0" priority="1" operator="equal"><formula>"No"</formula></cfRule></conditionalFormatting><extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" ${X14}><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="dataBar" id="{1}"/><xm:sqref>B2</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`,
    ),
    keeps: ['<formula>"No"</formula>', '<x14:cfRule type="dataBar" id="{1}"/>'],
  },
  {
    name: 'a protected sheet with protected ranges',
    entries: book(
      '<sheetProtection algorithmName="SHA-512" hashValue="x" saltValue="y" spinCount="100000" sheet="1" objects="1"/><protectedRanges><protectedRange sqref="B2:B9" name="Range1"/></protectedRanges>',
    ),
    keeps: ['hashValue="x" saltValue="y"', '<protectedRange sqref="B2:B9" name="Range1"/>'],
  },
  {
    name: 'an extension list that nobody knows',
    entries: book(
      '<extLst><ext uri="{00000000}" xmlns:q="urn:q"><q:a b=\'c\'>&#x41;<!-- d --><![CDATA[<e>]]></q:a></ext></extLst>',
    ),
    keeps: ["<q:a b='c'>&#x41;<!-- d --><![CDATA[<e>]]></q:a>"],
  },
  {
    name: 'validations over whole columns and in the extension list',
    entries: book(
      `<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="N1:XFD1048576 F18:F1048576"><formula1>"Yes,No"</formula1></dataValidation></dataValidations><extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" ${X14}><x14:dataValidations count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>S!$A$1</xm:f></x14:formula1><xm:sqref>C1:C1048576</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`,
    ),
    keeps: ['sqref="N1:XFD1048576 F18:F1048576"', '<xm:sqref>C1:C1048576</xm:sqref>'],
  },
];

const formula = (rows: string): string => sheetXml(`${ROWS}${rows}`);

const cells: readonly Feature[] = [
  sheetOnly(
    'shared formulas',
    formula(
      '<row r="3"><c r="C3"><f t="shared" ref="C3:C4" si="0">A3&amp;"x"</f><v>1</v></c></row><row r="4"><c r="C4"><f t="shared" si="0"/><v>1</v></c></row>',
    ),
    'B3',
    ['<f t="shared" ref="C3:C4" si="0">A3&amp;"x"</f>', '<f t="shared" si="0"/>'],
  ),
  sheetOnly(
    'array formulas, dynamic ones and data tables',
    formula(
      '<row r="3"><c r="C3" cm="1"><f t="array" ref="C3:C4">_xlfn.UNIQUE(A1:A2)</f><v>1</v></c></row><row r="4"><c r="C4"><v>2</v></c><c r="D4"><f t="dataTable" ref="D4:D5" dt2D="1" dtr="1" r1="A1" r2="A2"/></c></row>',
    ),
    'B4',
    ['cm="1"><f t="array" ref="C3:C4">', 'dt2D="1"'],
  ),
  sheetOnly(
    'phonetic text, rich text and blanks that count',
    formula(
      '<row r="3"><c r="A3" t="inlineStr"><is><r><rPr><b/></rPr><t xml:space="preserve"> 東京 </t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></is></c><c r="C3" t="str"><v xml:space="preserve">  </v></c></row>',
    ),
    'B3',
    [
      '<rPh sb="0" eb="2"><t>トウキョウ</t></rPh>',
      '<t xml:space="preserve"> 東京 </t>',
      '<v xml:space="preserve">  </v>',
    ],
  ),
  sheetOnly(
    'rows and cells without references',
    sheetXml('<row><c t="inlineStr"><is><t>a</t></is></c><c/></row><row><c/><c s="5"/><c><v>3</v></c></row>'),
    'B2',
    ['<c><v>3</v></c>'],
  ),
  sheetOnly('a missing dimension', formula(''), 'XFD5'),
  sheetOnly(
    'the last row and column',
    formula('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    'A1048576',
    ['<c r="XFD1048576"><v>1</v></c>'],
  ),
  sheetOnly(
    'prefixed namespaces',
    `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="2"><x:c r="A2" t="str"><x:v>q</x:v></x:c></x:row></x:sheetData><x:sheetProtection sheet="0"/></x:worksheet>`,
    'B2',
    ['<x:v>q</x:v>', '<x:sheetProtection sheet="0"/>'],
  ),
  sheetOnly(
    'other namespaces, comments and processing instructions between rows',
    `<?xml version="1.0" standalone="yes"?><!-- a --><worksheet xmlns="${MAIN}" xmlns:mc="${MC}" mc:Ignorable="x14ac xr" xmlns:x14ac="x" xmlns:xr="y" xr:uid="{1}"><sheetData><?pi x?><row r="1" x14ac:dyDescent="0.25"/><!-- b --><row r='2' ><c r='B2'   s = "5" /></row></sheetData></worksheet>`,
    'B2',
    ['<?pi x?>', '<!-- b -->', 'x14ac:dyDescent="0.25"', "<row r='2' >"],
  ),
  {
    name: 'the strict format',
    entries: workbookEntries({
      sheets: [
        {
          name: 'S',
          xml: sheetXml(ROWS).replace(MAIN, STRICT),
          type: 'http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet',
        },
      ],
      workbook: `<workbook xmlns="${STRICT}" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships" conformance="strict"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    }),
  },
  {
    name: 'shared strings with rich and phonetic text',
    entries: workbookEntries({
      sheets: [{ name: 'S', rows: '<row r="2"><c r="A2" t="s"><v>0</v></c></row>' }],
      strings: `<sst xmlns="${MAIN}" count="1" uniqueCount="1"><si><r><t xml:space="preserve">a </t></r><rPh sb="0" eb="1"><t>b</t></rPh></si></sst>`,
    }),
  },
];

/** One package for each feature that customers' workbooks have. */
export const FEATURES: readonly Feature[] = [...objects, ...elements, ...cells];
