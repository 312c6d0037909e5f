/// The words that page authors give classes and ids, and what they hint at.
enum HintWords {
  /// The hints of an attribute value, read word by word: `relatedPosts`, `related-posts` and
  /// `relatedposts` are the same.
  static func hints(of range: Range<Int>, in bytes: Span<UInt8>) -> ElementHints {
    var hints: ElementHints = []
    var hash = offset
    var length = 0
    var previousIsLower = false
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      index += 1
      let isCapital = byte >= 0x41 && byte <= 0x5A
      let isLetter = isCapital || byte >= 0x61 && byte <= 0x7A
      if !isLetter || isCapital && previousIsLower {
        if length > 1 { hints.formUnion(words[hash]) }
        hash = offset
        length = 0
      }
      previousIsLower = isLetter && !isCapital
      guard isLetter else { continue }
      hash = (hash ^ UInt32(byte | 0x20)) &* prime
      length += 1
      if length > 4 { hints.formUnion(stems[hash]) }
    }
    if length > 1 { hints.formUnion(words[hash]) }
    return hints
  }

  // FNV-1a, 32 bits.
  private static let offset: UInt32 = 0x811c_9dc5
  private static let prime: UInt32 = 0x0100_0193

  /// A hash table from words to hints.
  private struct Table {
    private var keys = [UInt32](repeating: 0, count: 1_024)
    private var values = [ElementHints](repeating: [], count: 1_024)

    init(_ entries: [(ElementHints, String)]) {
      for (hints, words) in entries {
        for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
          let hash = word.utf8.reduce(offset) { ($0 ^ UInt32($1)) &* prime }
          let slot = slot(of: hash)
          keys[slot] = hash
          values[slot].formUnion(hints)
        }
      }
    }

    private func slot(of hash: UInt32) -> Int {
      var slot = Int(hash & 1_023)
      while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & 1_023 }
      return slot
    }

    subscript(hash: UInt32) -> ElementHints { values[slot(of: hash)] }
  }

  /// Whole words.
  private static let words = Table([
    (.comments, "comment comments respond reply replies discussion disqus comentarios kommentare"),
    (
      .related,
      "related more also latest trending popular similar upnext next previous prev teasers"
    ),
    (
      .related,
      "recent mostread recirc outbrain taboola stream carousel promo promos promoted upsell"
    ),
    (.share, "share shares sharing social follow facebook twitter whatsapp reactions likes tools"),
    (.navigation, "nav navi menu menus tabs pager pagination paging toc skip sitemap search"),
    (.footer, "footer foot bottom colophon"),
    (.sidebar, "sidebar rail aside"),
    (.advert, "ad ads adv advert adverts dfp gpt banner banners sponsor sponsored adslot"),
    (.signUp, "newsletter newsletters subscribe subscription subscriptions signup cta optin form"),
    (.signUp, "mailing register registration login signin"),
    (.notice, "cookie cookies consent gdpr paywall modal popup popover overlay lightbox tooltip"),
    (.notice, "toast alert notification notifications dialog"),
    (.byline, "author authors byline bylines writer contributor"),
    (
      .date, "date dates time timestamp dateline published pubdate posted updated modified datetime"
    ),
    (.caption, "caption captions figcaption photo image thumbnail media video"),
    (.gallery, "gallery galleries slideshow"),
    (.tags, "tags tag tagcloud keywords topics categories category labels"),
    (.legal, "copyright disclaimer legal disclosure terms privacy"),
    (.biography, "bio biography about profile"),
    (
      .teaser,
      "teaser lead lede standfirst dek deck intro summary excerpt subtitle subhead strapline"
    ),
    (.teaser, "subheadline abstract kicker introduction chapo perex"),
    (.hidden, "sr visuallyhidden offscreen print"),
    (.article, "article post story entry blog news blogpost single detail hentry"),
    (.body, "body content text copy contents bodytext"),
    (
      .foldable,
      "accordion accordions collapse collapsible faq faqs panel tabpanel toggle expandable"
    ),
    (.foldable, "answer drawer details readmore"),
  ])

  /// Beginnings of words written together.
  private static let stems = Table([
    (.comments, "comment disqus"),
    (.related, "related recommend recirc trending mostread readmore mostpopular outbrain taboola"),
    (.related, "suggest alsolike readnext morefrom morestories"),
    (.share, "sharing sharebar sharebutton sharetool sharelink sharedaddy social addtoany"),
    (.navigation, "navigation navbar breadcrumb pagination menuitem"),
    (.footer, "footer"),
    (.sidebar, "sidebar"),
    (.advert, "advert sponsor adunit adslot adwrap adcontainer"),
    (.signUp, "newsletter subscri signup"),
    (.notice, "cookie consent paywall"),
    (.byline, "byline authorname authorinfo"),
    (.tags, "taglist"),
    (.legal, "copyright disclaimer disclosure"),
    (.articleBody, "articlebody articlecontent articletext postbody postcontent storybody"),
    (.articleBody, "storycontent storytext entrycontent entrybody bodycopy contentbody newsbody"),
    (.articleBody, "blogcontent richtext"),
  ])
}
