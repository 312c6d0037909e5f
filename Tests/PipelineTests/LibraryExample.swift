import Corpus
import Extract
import Ingest
import Lexicons
import Normalize

func mentions(in html: String, of lexicons: LexiconSet, today: CalendarDate) throws -> [String] {
  let page = Record(source: Source(path: "page.html"), bytes: Array(html.utf8), format: .markup)
  var tagger = Tagger(CompiledLexicons(lexicons))
  return try ArticleParser(today: today).parse(page).flatMap { article in
    let document = try Normalizer().document(from: article.get())
    return tagger.mentions(in: document).map { mention in
      "\(tagger.lexicons.catalogue.entries[Int(mention.entry)].name) \(mention.range.scalars)"
    }
  }
}
