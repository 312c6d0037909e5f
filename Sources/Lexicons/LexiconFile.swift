/// What one file holds, read once for all that include it.
struct LexiconFile: Sendable {
  /// A path of another file, as resolved, and where it is named.
  struct Include: Sendable {
    var path: String
    var place: Lexicon.Place
  }

  /// `nil` for a part of the lexicons that include it.
  var lexicon: String?
  var place: Lexicon.Place
  var includes: [Include] = []
  /// Its own, and those of the files that it includes.
  var variables = TermVariables()
  var entries: [Lexicon.Entry] = []
  var none: [Term] = []
}
