internal import Foundation

/// Reads the names of people out of a byline.
enum AuthorNames {
  /// The people named in `byline`: "By Ann Lee and Bo Chen, Staff Writers" names two.
  static func names(in byline: String, outlet: String? = nil) -> [String] {
    var text = PageTitle.collapsed(byline)
    text = withoutLead(text)
    if text.hasPrefix("http") || text.hasPrefix("www.") { return [] }
    text = withoutInnerBrackets(text)
    for mark in cuts {
      if let range = text.range(of: mark, options: .caseInsensitive),
        range.lowerBound > text.startIndex
      {
        text = String(text[..<range.lowerBound])
      }
    }
    for joiner in joiners {
      text = text.replacingOccurrences(of: joiner, with: ",", options: .caseInsensitive)
    }
    var names: [String] = []
    for part in text.split(whereSeparator: { ",;/|、，；／\u{2022}\u{B7}".contains($0) }) {
      let name = withoutLead(part.trimmingCharacters(in: trimmed))
      guard isName(name), !names.contains(name) else { continue }
      if !names.isEmpty || name.contains(" ") == false, isRole(name) { continue }
      names.append(name)
    }
    let people = names.filter { !isRole($0) && !agencies.contains($0.lowercased()) && $0 != outlet }
    return people.isEmpty ? names.filter { !agencies.contains($0.lowercased()) } : people
  }

  private static let trimmed = CharacterSet.whitespaces.union(
    CharacterSet(charactersIn: "-–—:.()[]\"“”*《》●・"))

  private static func withoutLead(_ text: String) -> String {
    var text = text
    var found = true
    while found {
      found = false
      for lead in leads where text.lowercased().hasPrefix(lead) {
        text = text.dropFirst(lead.count).trimmingCharacters(in: .whitespaces)
        found = true
      }
      // "ByAnn Lee": the space was between two elements.
      if text.hasPrefix("By"), text.dropFirst(2).first?.isUppercase == true {
        text.removeFirst(2)
        found = true
      }
    }
    return text
  }

  /// "Ann (A.B.) Lee" is Ann Lee; what stands in brackets after a name is left to the cuts.
  private static func withoutInnerBrackets(_ text: String) -> String {
    guard let open = text.range(of: " ("),
      let close = text.range(of: ") ", range: open.upperBound..<text.endIndex),
      text[open.upperBound..<close.lowerBound].utf8.count <= 12,
      text[close.upperBound...].first?.isUppercase == true
    else { return text }
    return String(text[..<open.lowerBound]) + " " + text[close.upperBound...]
  }

  private static func isName(_ name: String) -> Bool {
    guard (2...60).contains(name.utf8.count), name.split(separator: " ").count <= 6 else {
      return false
    }
    guard !name.contains(where: { $0.isNumber || "@<>{}=?!#".contains($0) }),
      name.contains(where: \.isLetter),
      !name.lowercased().hasPrefix("http"), !name.lowercased().hasPrefix("www.")
    else { return false }
    let lower = name.lowercased()
    return !noNames.contains(lower) && !noNameStarts.contains { lower.hasPrefix($0) }
      && !leads.contains { $0.trimmingCharacters(in: .whitespaces) == lower }
  }

  private static func isRole(_ name: String) -> Bool {
    let lower = name.lowercased()
    return roles.contains { role in
      lower == role || lower.hasPrefix(role + " ") || lower.hasSuffix(" " + role)
        || lower.contains(" " + role + " ")
    }
  }

  private static let leads = [
    "by ", "by: ", "by:", "written by ", "written by:", "posted by ", "posted by: ",
    "published by ",
    "author: ", "author:", "authors: ", "authors:", "author ", "words by ", "words: ", "story by ",
    "text by ",
    "reported by ", "reviewed by ", "edited by ", "a post by ", "guest post by ", "article by ",
    "submitted by ", "contributed by ", "from ", "par ", "von ", "por ", "di ", "door ", "av ",
    "autor: ",
    "text: ", "著者：", "著者 ", "作者：", "作者： ", "文●", "文：", "文/", "文＝", "執筆：", "記者", "取材・文：", "글 ",
    "the ",
  ].filter { $0 != "the " }

  private static let cuts = [
    " | ", " • ", " · ", " - ", " – ", " — ", " (", "（", "\u{2009}|", " on ", " updated",
    " published", " posted",
    " min read", " minute read", " follow", " share", " view all", " view profile", " see more",
    " about the",
    " is a ", " is an ", " is the ", " for ", " with ", " at ", " in ", " to ", "<", " //", "　",
  ]

  private static let joiners = [" and ", ", and ", " & ", " und ", " et ", " y ", " en ", " with "]

  private static let noNames: Set = [
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
  ]

  /// What is credited here is a picture, or nobody.
  private static let noNameStarts = [
    "photo", "credit", "image", "illustration", "courtesy", "getty", "view ", "about ", "read ",
    "more ", "share ",
    "follow ", "sign ", "see ", "pr ", "insights", "meet ", "last ", "how ", "what ", "why ",
    "the best", "top ",
  ]

  private static let roles = [
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
