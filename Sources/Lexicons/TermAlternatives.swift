/// The texts that a term with `{a|b}` groups stands for.
enum TermAlternatives {
  /// More phrases than this from one term's alternatives are a mistake, not a lexicon.
  static let maximumTexts = 2_000

  /// - Parameter offset: of `scalars` in the term, for errors.
  static func texts(
    of scalars: some Collection<Unicode.Scalar>, offset: Int = 0
  ) throws(TermSyntaxError) -> [String] {
    var reading = Reading(scalars: Array(scalars), offset: offset)
    return try reading.alternatives(isInner: false).map { String($0) }
  }

  private struct Reading {
    let scalars: [Unicode.Scalar]
    let offset: Int
    var position = 0

    init(scalars: [Unicode.Scalar], offset: Int) {
      self.scalars = scalars
      self.offset = offset
    }

    /// Stops at `|` or `}` of an outer group.
    mutating func alternatives(
      isInner: Bool
    ) throws(TermSyntaxError) -> [String.UnicodeScalarView] {
      var texts = [String.UnicodeScalarView()]
      while position < scalars.count {
        switch scalars[position] {
        case "{":
          let choices = try group()
          guard texts.count * choices.count <= maximumTexts else {
            throw TermSyntaxError(
              message: "the alternatives stand for over \(maximumTexts) phrases; split the term",
              offset: offset + position)
          }
          texts = texts.flatMap { text in choices.map { text + $0 } }
        case "|", "}":
          if isInner { return texts }
          throw TermSyntaxError(
            message: "'\(scalars[position])' outside '{ … }'; alternatives are written {a|b}",
            offset: offset + position)
        case let scalar:
          for index in texts.indices { texts[index].append(scalar) }
          position += 1
        }
      }
      return texts
    }

    private mutating func group() throws(TermSyntaxError) -> [String.UnicodeScalarView] {
      let opening = position
      position += 1
      var choices: [String.UnicodeScalarView] = []
      while true {
        choices += try alternatives(isInner: true)
        guard position < scalars.count else {
          throw TermSyntaxError(message: "this '{' has no '}'", offset: offset + opening)
        }
        position += 1
        if scalars[position - 1] == "}" { return choices }
      }
    }
  }
}
