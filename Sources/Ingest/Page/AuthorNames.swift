/// Reads the names of people out of a byline.
enum AuthorNames {
  /// The people named in `byline`: "By Ann Lee and Bo Chen, Staff Writers" names two.
  static func names(in byline: String, outlet: String? = nil) -> [String] {
    var text = withoutLead(Array(byline.singleLine.utf8))
    guard !text.isEmpty, addresses.length(at: 0, in: text) == nil else { return [] }
    text = withoutInnerBrackets(text)
    if let cut = cuts.firstRange(in: text, from: 1) { text.removeSubrange(cut.lowerBound...) }
    var names: [String] = []
    for part in parts(of: text) {
      let bytes = withoutLead(Array(String(trimmed(part)).utf8))
      let name = String(decoding: bytes, as: UTF8.self)
      guard isName(name, bytes), !names.contains(name) else { continue }
      if !names.isEmpty || !bytes.contains(0x20), isRole(name) { continue }
      names.append(name)
    }
    let people = names.filter { !isRole($0) && !agencies.contains($0.lowercased()) && $0 != outlet }
    return people.isEmpty ? names.filter { !agencies.contains($0.lowercased()) } : people
  }

  /// The parts between commas and words such as "and".
  private static func parts(of text: [UInt8]) -> [Substring] {
    var joined: [UInt8] = []
    var index = 0
    while index < text.count {
      if let length = joiners.length(at: index, in: text) {
        joined.append(UInt8(ascii: ","))
        index += length
      } else {
        joined.append(text[index])
        index += 1
      }
    }
    return String(decoding: joined, as: UTF8.self).split(whereSeparator: separators.contains)
  }

  private static let separators: Set<Character> = Set(",;/|、，；／\u{2022}\u{B7}")

  private static func trimmed(_ text: Substring) -> Substring.UnicodeScalarView.SubSequence {
    var scalars = text.unicodeScalars
    while let first = scalars.first, isMargin(first) { scalars.removeFirst() }
    while let last = scalars.last, isMargin(last) { scalars.removeLast() }
    return scalars
  }

  private static let marginMarks: Set<Unicode.Scalar> = Set("-–—:.()[]\"“”*《》●・".unicodeScalars)

  private static func isMargin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || marginMarks.contains(scalar)
  }

  private static func withoutLead(_ text: [UInt8]) -> [UInt8] {
    var start = 0
    while start < text.count {
      if let length = leads.length(at: start, in: text) {
        start += length
        while start < text.count, text[start] == 0x20 { start += 1 }
      } else if start + 2 < text.count, text[start] == UInt8(ascii: "B"),
        text[start + 1] == UInt8(ascii: "y"), (0x41...0x5A).contains(text[start + 2])
      {
        // "ByAnn Lee": the space was between two elements.
        start += 2
      } else {
        break
      }
    }
    return start == 0 ? text : Array(text[start...])
  }

  /// "Ann (A.B.) Lee" is Ann Lee; what stands in brackets after a name is left to the cuts.
  private static func withoutInnerBrackets(_ text: [UInt8]) -> [UInt8] {
    guard
      let open = text.indices.dropLast().first(where: {
        text[$0] == 0x20 && text[$0 + 1] == UInt8(ascii: "(")
      }),
      let close = text[open...].firstIndex(of: UInt8(ascii: ")")), close - open <= 14,
      close + 2 < text.count, text[close + 1] == 0x20, (0x41...0x5A).contains(text[close + 2])
    else { return text }
    return Array(text[..<open] + text[(close + 1)...])
  }

  private static func isName(_ name: String, _ bytes: [UInt8]) -> Bool {
    guard (2...60).contains(bytes.count), bytes.count(where: { $0 == 0x20 }) <= 5,
      !bytes.contains(where: unnamed.contains),
      noNameStarts.length(at: 0, in: bytes) == nil, addresses.length(at: 0, in: bytes) == nil
    else { return false }
    guard
      !name.unicodeScalars.contains(where: { $0.properties.numericType != nil && $0.value < 0x3000 }
      ),
      name.unicodeScalars.contains(where: \.properties.isAlphabetic)
    else { return false }
    return !noNames.contains(bytes) && !leads.contains(bytes + [0x20])
  }

  private static let unnamed: Set<UInt8> = Set("@<>{}=?!#".utf8)
  private static let addresses = PhraseList(["http", "www."])

  private static func isRole(_ name: String) -> Bool {
    name.lowercased().split(separator: " ").contains { roles.contains($0) }
  }

  private static let leads = PhraseList([
    "by ", "by: ", "by:", "written by ", "written by:", "posted by ", "posted by: ",
    "published by ",
    "author: ", "author:", "authors: ", "authors:", "author ", "words by ", "words: ", "story by ",
    "text by ",
    "reported by ", "reviewed by ", "edited by ", "a post by ", "guest post by ", "article by ",
    "submitted by ", "contributed by ", "from ", "par ", "von ", "por ", "di ", "door ", "av ",
    "autor: ",
    "text: ", "著者：", "著者 ", "作者：", "作者： ", "文●", "文：", "文/", "文＝", "執筆：", "記者", "取材・文：", "글 ",
  ])

  private static let cuts = PhraseList([
    " | ", " • ", " · ", " - ", " – ", " — ", " (", "（", "\u{2009}|", " on ", " updated",
    " published", " posted",
    " min read", " minute read", " follow", " share", " view all", " view profile", " see more",
    " about the",
    " is a ", " is an ", " is the ", " for ", " with ", " at ", " in ", " to ", "<", " //", "　",
  ])

  private static let joiners = PhraseList([
    " and ", ", and ", " & ", " und ", " et ", " y ", " en ",
  ])

  private static let noNames = PhraseList([
    "admin", "administrator", "author", "authors", "editor", "staff", "guest", "unknown",
    "anonymous", "by",
    "share", "comments", "comment", "follow", "share this", "read more", "more", "subscribe",
    "home", "news", "user",
    "see full bio", "contributor", "contributors", "posted", "published", "updated",
    "advertisement", "view", "bio",
    "facebook", "twitter", "linkedin", "email", "instagram", "wordpress", "about",
    "about the author",
    "and", "und", "et", "with", "pr", "jr", "phd", "ph.d", "md", "m.d", "rd", "rdn", "ms", "fand",
    "rn", "esq", "cpa", "mba",
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "today", "yesterday",
  ])

  /// What is credited here is a picture, or nobody.
  private static let noNameStarts = PhraseList([
    "photo", "credit", "image", "illustration", "courtesy", "getty", "view ", "about ", "read ",
    "more ", "share ",
    "follow ", "sign ", "see ", "pr ", "insights", "meet ", "last ", "how ", "what ", "why ",
    "the best", "top ",
  ])

  private static let roles: Set<Substring> = [
    "editor", "editors", "writer", "writers", "reporter", "reporters", "correspondent",
    "contributor",
    "columnist", "producer", "staff", "director", "manager", "ceo", "founder", "co-founder",
    "president",
    "specialist", "senior", "chief", "fellow", "editorial", "newsroom", "team", "desk", "newsdesk",
    "photographer",
    "associate", "assistant", "candidate", "professor", "freelance", "researcher", "analyst", "vp",
  ]

  private static let agencies: Set = [
    "reuters", "ap", "associated press", "the associated press", "afp", "agence france-presse",
    "dpa", "xinhua",
    "kyodo", "kyodo news", "yonhap", "yonhap news agency", "ani", "pti", "ians", "pa", "pa media",
    "press association",
    "tass", "efe", "ansa", "upi", "bloomberg", "bloomberg news", "agencies", "wire reports",
    "wire services", "cna", "jiji",
  ]
}
