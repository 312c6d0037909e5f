import Corpus
import Extract
import Lexicons
import Testing

@Suite struct TaggerTests {
  @Test func offsetsCountUnicodeScalars() throws {
    let lexicons = try lexicon(terms: ["China", "软银"])
    let article = document("Café 🇨🇳 e\u{301} China’s 软银.\nSão China", title: "été: China")
    var tagger = Tagger(lexicons)
    let mentions = tagger.mentions(in: article)
    #expect(mentions.count == 4)
    for mention in mentions {
      let passage = mention.field == .title ? article.title : article.body
      let scalars = Array(passage.text.unicodeScalars)
      let range = mention.range.scalars
      let slice = String(
        String.UnicodeScalarView(scalars[Int(range.lowerBound)..<Int(range.upperBound)]))
      #expect(slice == text(of: mention, article))
    }
  }

  @Test func placesAreSentenceAndParagraph() throws {
    let lexicons = try lexicon(terms: ["China", "'/J[a-z]+/'", "alpha NEAR/9 beta"])
    var tagger = Tagger(lexicons)
    let mentions = tagger.mentions(
      in: document("One. China.\nAlpha is. Beta. Japan.\nChina", title: "China"))
    #expect(mentions.map(\.field) == [.title, .body, .body, .body, .body])
    #expect(mentions.map(\.sentence) == [0, 1, 2, 4, 5])
    #expect(mentions.map(\.paragraph) == [0, 0, 1, 1, 2])
  }

  @Test func theTermThatMatchedIsKept() throws {
    let lexicons = try compiled(
      """
      lexicon: t
      entries:
        - {id: a, terms: [x1, "term sheet*"]}
        - {id: b, terms: [{term: Son, near: [Masayoshi]}]}
      """)
    var tagger = Tagger(lexicons)
    let mentions = tagger.mentions(in: document("Masayoshi Son's term sheets"))
    #expect(mentions.map { lexicons.catalogue.terms[Int($0.term)] } == ["Son", "term sheet*"])
  }

  @Test func emptyDocumentsHaveNoMentions() throws {
    var tagger = Tagger(try lexicon(terms: ["China", "'/x/'"]))
    #expect(tagger.mentions(in: document("")).isEmpty)
    #expect(tagger.mentions(in: document("…—!\n", title: " ")).isEmpty)
  }

  /// A tagger reuses its buffers: what one document left must not show in the next.
  @Test func documentsDoNotLeakIntoEachOther() throws {
    let lexicons = try lexicon(terms: [
      "{term: Son, after: Masayoshi Son}", "copy NEAR/3 product", "'/F\\d+/'", "Apple",
    ])
    let articles = [
      document("Masayoshi Son. Son. copy a product F22", title: "APPLE"),
      document("Son copy"), document("product F", title: "apple"), document("Son"),
    ]
    var used = Tagger(lexicons)
    for article in articles + articles.reversed() {
      var fresh = Tagger(lexicons)
      #expect(used.mentions(in: article) == fresh.mentions(in: article))
    }
  }
}
