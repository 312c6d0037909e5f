import Foundation
import Pipeline
import TestSupport
import Testing

/// What a format cannot say, or would take for its own signs, is told and never dropped in silence.
@Suite struct ConversionLossTests {
  struct Case: Sendable, CustomStringConvertible {
    var file: String
    var text: String
    var target: DictionaryFormat
    /// The whole of what is written, or nothing where `holds` says enough.
    var written: String?
    var holds: [String] = []
    var says: [String] = []
    /// Nothing but what each conversion says.
    var isSilent = false
    var description: String { "\(file) to \(target): \(text.prefix(40))" }
  }

  private static let twins = """
    lexicon: a
    entries:
    - {id: one, label: Same, terms: [first]}
    - {id: two, label: Same, terms: [second]}
    - {id: three, label: 'Same [two]', terms: [third]}
    - {id: top, label: Top, entries: [{id: four, label: Same, terms: [fourth]}]}
    """

  static let names = [
    Case(
      file: "a.yaml", text: twins, target: .quanteda,
      written:
        "Same:\n- first\nSame [2]:\n- second\nSame [two]:\n- third\nTop:\n  Same:\n  - fourth\n",
      says: ["'Same [2]': the name without brackets is another category's"]),
    Case(
      file: "a.yaml", text: twins, target: .csv,
      holds: ["\nSame,first,1\nSame [2],second,1\nSame [two],third,1\nTop,,\nTop/Same,fourth,1\n"]),
    // Without depth also those of other places.
    Case(
      file: "a.yaml", text: twins, target: .vbpro,
      holds: [">>Same<<\nfirst\n", ">>Same [four]<<\nfourth\n"]),
    Case(
      file: "a.yaml", text: twins, target: .lexicoder,
      holds: ["+Same\nfirst\n", "+Same [four]\nfourth\n"]),
    Case(file: "a.yaml", text: twins, target: .liwc, holds: ["1\tSame\n2\tSame [2]\n"]),
    Case(file: "a.yaml", text: twins, target: .yoshikoder, holds: [#"<cnode name="Same [2]">"#]),
    Case(file: "a.dic", text: "%\n1\tA\n2\tA\n%\nx\t1\ny\t2\n", target: .csv, holds: ["A [2],y,1"]),
    // Also where they become the same.
    Case(
      file: "a.lc3", text: "+A-B\nx\n+A/B\ny\n", target: .csv, holds: ["A-B,x,1\nA-B [2],y,1\n"],
      says: ["'A/B': a table has '/'", "'A-B [2]': the name without"]),
    Case(
      file: "a.lc3", text: "+__\nx\n", target: .quanteda, written: "_:\n- x\n",
      says: ["'__': quanteda has a category's own patterns under that name"]),
    Case(
      file: "a.lc3", text: "+\nx\n", target: .csv, holds: ["category,x,1"],
      says: ["'': a category without a name gets one"]),
    // A mark at the beginning, which makes one character with the sign before it.
    Case(file: "a.lc3", text: "+\u{301}a\nx\n", target: .vbpro, written: ">>\u{301}a<<\nx\n"),
    Case(file: "a.vbp", text: ">>\u{301}a<<\nx\n", target: .lexicoder, written: "+\u{301}a\nx\n"),
    Case(
      file: "a.csv", text: "category,term\n\"a\u{2028}b\",x\n", target: .vbpro, holds: [">>a b<<"]),
    Case(file: "a.vbp", text: ">><<\nx\n", target: .csv, holds: ["category,x,1"]),
    Case(
      file: "a.yaml", text: "lexicon: a\nentries: [{id: a, label: \"A\\n+B\\tC\", terms: [xx]}]",
      target: .lexicoder, written: "+A +B C\nxx\n", says: ["white space in names becomes one space"]
    ),
    Case(
      file: "a.yaml", text: "lexicon: moods\nentries: [{id: a, terms: [xx]}]", target: .csv,
      says: ["'moods': csv has no name for the whole"]),
  ]

  static let syntax = [
    Case(
      file: "a.csv", text: "category,term\nA,+z1\nA,z2\n", target: .lexicoder,
      written: "+A\nz2\n",
      says: ["'+z1': lexicoder takes what begins with '+' for a category: left out"]),
    Case(
      file: "a.csv", text: "category,term\nA,>>q1<<\nA,z2\n", target: .vbpro,
      written: ">>A<<\nz2\n",
      says: ["'>>q1<<': vbpro takes what stands in >> << for a category: left out"]),
    Case(
      file: "a.csv", text: "category,term\nA (2),@handle\nA (2),a_b\nA (2),b (3)\n",
      target: .wordstat, written: "A [2]\n\ta_b (1)\n\tb_(3) (1)\n",
      says: [
        "'A (2)': wordstat takes a number in parentheses for a weight: they become brackets",
        "'@handle': wordstat takes what begins with '@' for a rule: left out",
        "'a_b': wordstat has '_' for a space",
      ]),
    Case(
      file: "a.csv", text: "category,term\nA,x <of>1/2\nA,x (1)2\nA,y (1)\n", target: .liwc,
      written: "%\n1\tA\n%\ny (1)\t1\n", says: ["'x <of>1/2': liwc takes", "'x (1)2': liwc takes"]),
    Case(
      file: "a.yaml",
      text:
        "lexicon: a\nentries: [{id: a, label: \"A\\u0001\", note: \"n\\u0001\\r\", terms: [xx]}]",
      target: .yoshikoder, holds: [#"<cnode name="A" desc="n &#13;">"#]),
  ]

  static let tables = [
    Case(
      file: "a.csv",
      text: """
        category,term,weight,note,source,language,coder
        A,,,of all,a book,,
        A,foo,"1,5",a note,a paper,en,x
        A,foo,2,,,en,x
        A,bar,1,,,en,x
        A,bar,1,,,en,x
        """,
      target: .parlance,
      written: """
        lexicon: a
        case: fold
        entries:
        - id: a
          label: A
          note: of all
          source: a book
          terms:
          - term: foo
            weight: 1.5
            note: a note
            source: a paper
          - bar

        """,
      says: [
        "a.csv:1: warning: the column 'language': left out", "the column 'coder'",
        "'foo' of weight 2.0 in 'A': the category has it already",
      ]),
    Case(
      file: "a.csv", text: "category,term,weight,note\nA,,2,n\nA,,,m\nA,x,1,\n",
      target: .yoshikoder,
      says: [
        "a.csv:2: warning: 2.0: a weight without a term", "a.csv:3: warning: 'm': the category",
      ]),
    // Notes and sources go into a table and come back.
    Case(
      file: "a.yaml",
      text: """
        lexicon: a
        entries:
        - {id: a, label: A, note: "of\\nall", source: s, terms: [{term: xx, note: 'n, "m"', source: t}]}
        """,
      target: .csv,
      written: "category,term,weight,note,source\nA,,,\"of\nall\",s\nA,xx,1,\"n, \"\"m\"\"\",t\n",
      isSilent: true),
    Case(
      file: "a.yaml",
      text: "lexicon: a\nentries: [{id: a, source: s, terms: [{term: xx, note: n}, yy]}]",
      target: .wordstat,
      says: ["that of 'a': wordstat has no sources", "those of 'xx': wordstat has"]),
    Case(
      file: "a.csv", text: "category,term\nA,\nB,\n", target: .vbpro, says: ["holds no patterns"]),
  ]

  static let liwc = [
    Case(
      file: "a.dic",
      text: "%\n131\tA\n125\tB\n126\tC\n%\nkind  <of>131/125\t126\nlike (02 134)125/126\t126\n"
        + "love  125\t126\n",
      target: .csv,
      holds: [
        "B,love,1\n", "C,love,1\n", "A,kind of,1\n", "B,kind,1\n", "C,kind,1\n", "C,like,1\n",
      ],
      says: ["a.dic:7: warning: 'like' with '(02 134)125/126': conditions"]),
    Case(
      file: "a.dic", text: "by hand\n%\n1\tA\n%\nx 1\t1\ny\t1\n\t1\n", target: .csv,
      holds: ["A,y,1\n"],
      says: [
        "a.dic:1: warning: 'by hand': it stands before the categories",
        "a.dic:5: warning: 'x 1': its last number, that of a category",
        "a.dic:7: warning: '1'",
      ]),
    Case(
      file: "a.dic",
      text: "%\n1\tA\n%\n<3\t1\n:)\t1\n:D\t1\ni\t1\n@us\t1\ngood\t1\na & b\t1\ni'm\t1\nu.s.\t1\n",
      target: .parlance, holds: ["- i\n  - '@us'\n  - good\n  - a & b\n  - i'm\n  - u.s.\n"],
      says: [
        "'<3': a single letter or digit is all that would be looked for: left out",
        "':D': a single",
        "':)': there is no word", "'@us': signs at the ends of words are not looked for",
      ]),
  ]

  static let others = [
    Case(
      file: "a.ykd",
      text: """
        <dictionary><cnode name="d" desc="of all"><cnode name="A"><pnode name="x" score="abc"/>
        <pnode name="y" score="1,5"/><pnode name="z" desc="note" colour="red"/><pnode/>
        <rnode name="r"><pnode name="lost"/></rnode><cnode><pnode name="w"/></cnode>stray
        </cnode></cnode></dictionary>
        """,
      target: .csv,
      written:
        "category,term,weight,note,source\nA,x,1,,\nA,y,1.5,,\nA,z,1,note,\nA/category,w,1,,\n",
      says: [
        "'x' of score 'abc': the score is no number: it counts 1",
        "<rnode>: the element is not known",
        #"colour="red": the attribute of a <pnode>"#, "'stray': text outside of attributes",
        "that on 'd': a dictionary as a whole has no note", "'': an empty pattern",
      ]),
    // A root that has a name leaves the only category what it is.
    Case(
      file: "a.lcd",
      text:
        "<dictionary name='t'><cnode name='A'><cnode name='B'><pnode name='x'/></cnode></cnode></dictionary>",
      target: .csv, holds: ["A,,\nA/B,x,1\n"]),
    Case(
      file: "a.cat", text: "A\n\tCASH (1,5)\n\tB (x)\n\tC (1,500)\n\tNOTE (nan)\n\tD (0,125)\n",
      target: .csv,
      written:
        "category,term,weight\nA,CASH,1.5\nA,D,0.125\nA/B (x),,\n\"A/C (1,500)\",,\nA/NOTE (nan),,\n",
      says: ["a.cat:4: warning: 'C (1,500)': what stands in parentheses is no weight"]),
  ]

  static let ids = [
    Case(
      file: "a.yaml",
      text: """
        lexicon: a
        entries:
        - {id: top, label: Top-label odd, terms: [xx], terms.zh: [软银]}
        - {id: b, terms: [yy], entries: [{id: B.c, label: C, terms: [zz]}]}
        """,
      target: .quanteda,
      says: [
        "2 of the ids: made of the labels they would come back as others, 'top' as 'top-label-odd'",
        "'软银': terms of one language (zh) are left out",
      ]),
    Case(
      file: "a.yaml", text: "lexicon: a\nentries: [{id: a, terms: ['{café|U.S.} bar', '{x|y} z']}]",
      target: .vbpro, written: ">>a<<\ncafe bar\nUS bar\nx z\ny z\n",
      says: ["'{café|U.S.} bar': its alternatives are written as they are looked for"]),
    Case(
      file: "a.yaml", text: "A: [~, 'null', x]\nB: null\n", target: .csv,
      holds: ["A,null,1\nA,x,1\nB,,\n"],
      says: ["a.yaml:1: warning: '~' in 'A': without quotes it is no text", "'null' in 'B'"]),
    Case(
      file: "a.csv", text: "category,term\nA,x\n", target: .quanteda, written: "A:\n- x\n",
      isSilent: true),
  ]

  @Test(arguments: names + syntax + tables + liwc + others + ids)
  func isTold(_ item: Case) throws {
    let folder = try TemporaryFolder()
    let conversion = try ConvertTool(folder.write(item.file, item.text), to: item.target)
    if let written = item.written { #expect(conversion.text == written) }
    for part in item.holds {
      #expect(conversion.text.contains(part), "\(part) in \(conversion.text)")
    }
    let notes = conversion.notes.text
    for said in item.says { #expect(notes.contains(said), "\(said) in \(notes)") }
    if item.isSilent {
      #expect(notes.split(separator: "\n").allSatisfy { $0.contains("all terms") }, "\(notes)")
    }
  }

  /// Each loss is one line on standard error, however many the like there are.
  @Test func manyIDsAreOneNote() throws {
    let folder = try TemporaryFolder()
    let entries = (1...50).map { "- {id: e\($0), label: Entry \($0), terms: [word\($0)]}" }
    let text = "lexicon: a\nentries:\n" + entries.joined(separator: "\n")
    let summary = try ConvertTool(folder.write("a.yaml", text), to: .liwc).notes.summary
    #expect(summary.count { $0.contains("50 of the ids") } == 1)
    #expect(summary.count == 2, "\(summary)")
  }

  static let odd = """
    lexicon: odd
    case: fold
    entries:
    - id: one
      label: "A: 'b' \\"c\\" # <d> & é 中"
      terms:
      - "- dash first"
      - "it's"
      - "yes"
      - "100"
      - "1e3"
      - "AT&T"
      - "C, D"
      - "café \\u4E2D\\u6587"
      - "x;y"
      - "semi \\"quoted\\""
    - id: two
      label: "null"
      terms:
      - "~ tilde"
      - "- 55"
      - "a: b"

    """

  /// Odd but harmless signs come back from every format as they went.
  @Test(arguments: DictionaryFormat.allCases.filter { $0 != .parlance })
  func oddSignsComeBack(_ format: DictionaryFormat) throws {
    let folder = try TemporaryFolder()
    let first = try ConvertTool(folder.write("odd.yaml", Self.odd), to: format)
    let ending = try #require(ConvertTests.endings[format])
    let back = try ConvertTool(folder.write("x/odd.\(ending)", first.text), to: .parlance)
    let again = try ConvertTool(folder.write("y/odd.yaml", back.text), to: format)
    #expect(again.text == first.text)
    for label in ["<d> & é 中", "\"null\""] { #expect(back.text.contains(label), "\(back.text)") }
    for term in ["- dash first", "AT&T", "C, D", "café 中文", "x;y", "~ tilde", "a: b"] {
      #expect(back.text.contains(term), "\(term) in \(back.text)")
    }
  }
}
