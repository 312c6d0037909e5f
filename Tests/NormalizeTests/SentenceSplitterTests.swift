import Testing

@testable import Normalize

/// Sentences as they should be cut: each is written with `¦` where the next one begins.
private let cases: [String] = [
  "",
  "One sentence only",
  "He came. ¦She left.",
  "Really? ¦Yes! ¦Good.",
  "Mr. Smith met Dr. Jones. ¦They talked.",
  "Apple Inc. said so. ¦It was true.",
  "He joined Apple Inc. ¦The firm grew.",
  "SoftBank Group Corp. Chief Executive Masayoshi Son spoke.",
  "Tencent Holdings Ltd. and Alibaba fell. ¦Shares rose later.",
  "He works in the U.S. ¦The visa took years.",
  "U.S. Steel was sold. ¦Nippon Steel bought it.",
  "the U.S. Treasury and the U.K. Parliament agreed.",
  "It moved to the U.S. ¦In 2019 it closed.",
  "Washington, D.C. ¦He lives there.",
  "J. P. Morgan and J.K. Rowling met George W. Bush. ¦They ate.",
  "Plan B. ¦This worked.",
  "It rose 3.5 percent to $14.3 billion. ¦Then it fell 1.2 percent.",
  "At 9 a.m. Tuesday it opened. ¦By 5 p.m. it shut.",
  "It opened at 9 a.m. ¦The queue was long.",
  "On Jan. 5 and Dec. 12 he spoke. ¦In Sept. it ended.",
  "See No. 5 on the list. ¦The answer is no. ¦Ask again.",
  "Use tools, e.g. Python, i.e. Snakes. ¦Fine.",
  "Samsung vs. Apple went on. ¦It ended.",
  "He lives in St. Louis near Main St. ¦He likes it.",
  "Gen. Milley and Sen. Warren spoke. ¦Gov. Newsom did not.",
  "“We will win,” he said. ¦“We must.” ¦He left.",
  "“Why now?” he asked. ¦“Why not?” she said.",
  "He called it “a bust.” ¦(It was not.) ¦Then it rose.",
  "'Good artists copy.' ¦'Great artists steal.'",
  "It was... strange. ¦And then… ¦Nothing.",
  "wait... ¦What happened",
  "Yahoo! Japan merged with Line. ¦Yahoo! ¦The name stayed.",
  "Prices fell. ¦iPhone sales did not. ¦eBay rose.",
  "He uses e.g. iPhone apps.",
  "In 2019. ¦The next year it closed.",
  "1. First point. ¦2. Second point",
  "Visit JD.com. ¦Then Amazon.com. ¦Done.",
  "no space.Here it goes on. ¦Next.",
  "Line one. ¦Still one\n¦Line two\n¦Mr.\n¦Smith",
  "软银投资了公司。¦马云说：“我们会赢。”¦他笑了！¦真的吗？¦是的",
  "「働く。」と言った。¦彼は笑った。¦「はい。」¦終わり",
  "한국은 성장했다. ¦서울은 크다.",
  "Il est parti. ¦Élise est restée. ¦«\u{A0}Oui.\u{A0}» dit-il",
  "Он ушёл. ¦Она осталась. кто? не знаю.",
  "Er kam. ¦Über Nacht blieb er. ¦„Gut.“ ¦Dann ging er.",
  "هل جاء؟ ¦نعم.",
  "Firms (Baidu Inc.) grew. ¦He said (so).",
  "What?! ¦No way.",
  "He holds a Ph.D. from MIT. ¦She has a Ph.D. ¦Her thesis won.",
  "The deal (worth $5bn.) closed",
  "Sales rose in Asia. ¦— Reuters",
  "Hello . . . ¦World",
  "End.",
  "A.I. is here. ¦A.I. Systems grow.",
]

@Test(arguments: cases)
func findsSentences(_ marked: String) {
  let text = Array(marked.replacing("¦", with: "").utf8)
  var expected: [UInt32] = text.isEmpty ? [] : [0]
  var offset: UInt32 = 0
  for part in marked.split(separator: "¦", omittingEmptySubsequences: false).dropLast() {
    offset += UInt32(part.utf8.count)
    expected.append(offset)
  }
  let starts = SentenceSplitter.starts(in: text.span)
  if starts != expected {
    var shown = ""
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? Int(starts[index + 1]) : text.count
      shown += (index > 0 ? "¦" : "") + String(decoding: text[Int(start)..<end], as: UTF8.self)
    }
    Issue.record("cut as \(shown)")
  }
}

@Test func inAHeadlineNoAbbreviationEndsASentence() {
  let text = Array("Apple Inc. Asks U.S. To Wait. Who Will? All".utf8)
  #expect(SentenceSplitter.starts(in: text.span, isHeadline: true) == [0, 30, 40])
  #expect(SentenceSplitter.starts(in: text.span) == [0, 21, 30, 40])
}
