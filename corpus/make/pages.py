"""HTML pages: a template per shape, with the clutter that real pages carry around and inside the text."""
import json
from datetime import date as Date
from html import escape
from pathlib import Path
from string import Template

SHAPES = ["modern", "blog", "table", "amp", "plain", "microdata", "portal", "hydrated"]
TEMPLATES = Path(__file__).parent / "templates"

# What stands between two paragraphs, and is no part of the article.
INSERTS = {
    "modern": """<div class="ad-slot ad-slot--inline" data-slot="article-inline-{n}" aria-hidden="true"><span class="ad-label">Advertisement</span></div>
<aside class="c-recirc" role="complementary"><h3 class="c-recirc__title">Read more</h3><a href="{more_url}">{more_title}</a></aside>""",
    "blog": """<div id="attachment_{n}" class="wp-caption alignright" style="width: 310px"><img src="https://www.{host}/wp-content/uploads/{n}-300x200.jpg" alt="" width="300" height="200" class="size-medium"><p class="wp-caption-text">Desks before the morning rush. Photo: {outlet}</p></div>""",
    "table": """<table align="right" width="180" cellpadding="4" border="0"><tr><td bgcolor="#eeeeee"><font size="1">ADVERTISEMENT<br><a href="/ads/click?id={n}"><img src="/ads/180x150.gif" width="180" height="150" border="0" alt="Visit our sponsor"></a></font></td></tr></table>""",
    "amp": """<amp-ad width="300" height="250" type="doubleclick" data-slot="/4321/shoreditch/inline-{n}"><div placeholder>Loading advertisement</div></amp-ad>""",
    "plain": "",
    "microdata": """<figure><img src="/img/{n}_m.jpg" alt=""><figcaption>File photo, Kanda (image for illustration)</figcaption></figure>""",
    "portal": """<div class="ad_box" id="ad_{n}"></div>""",
    "hydrated": """<div class="css-1x2ab9 e7q{n}" data-testid="newsletter-inline"><p class="css-0">Get the week in Korean business in your inbox.</p><button class="css-btn">Sign up</button></div>""",
}

# The words of the portal pages' frame, by language.
PORTAL = {
    "ja": {"home": "ホーム", "menu": ["経済", "テクノロジー", "国際", "スタートアップ", "株式"], "rank": "アクセスランキング", "share": "シェアする", "print": "印刷",
           "rights": "無断転載を禁じます", "date": "{y}年{m}月{d}日 {clock}", "related_word": "関連記事"},
    "zh": {"home": "首页", "menu": ["财经", "科技", "国际", "创业", "股市"], "rank": "热门文章", "share": "分享到", "print": "打印本页",
           "rights": "版权所有 未经授权不得转载", "date": "{y}年{m:02d}月{d:02d}日 {clock}", "related_word": "相关新闻"},
    "zh-Hant": {"home": "首頁", "menu": ["財經", "科技", "國際", "創業", "股市"], "rank": "熱門文章", "share": "分享", "print": "列印",
                "rights": "版權所有 請勿轉載", "date": "{y}/{m:02d}/{d:02d} {clock}", "related_word": "相關新聞"},
    "ko": {"home": "홈", "menu": ["경제", "산업", "국제", "스타트업", "증권"], "rank": "많이 본 뉴스", "share": "공유하기", "print": "인쇄",
           "rights": "무단 전재 및 재배포 금지", "date": "입력 {y}.{m:02d}.{d:02d} {clock}", "related_word": "관련 기사"},
}


def long_date(record):
    if not record.date:
        return ""
    day = Date.fromisoformat(record.date)
    month = day.strftime("%B")
    return f"{day.day} {month} {day.year}" if record.about["country"] == "GB" else f"{month} {day.day}, {day.year}"


def neighbours(record, records, n=4):
    """The latest earlier stories of the same outlet, as related links; the first pages show later ones."""
    others = [r for r in records if r.outlet == record.outlet and r.lang == record.lang and r.title != record.title and r.date]
    earlier = [r for r in others if r.date < (record.date or "9")]
    return (earlier[::-1] + [r for r in others if r not in earlier])[:n]


def body_html(record, records):
    """The paragraphs as markup, with an insert between two of them and a link here and there."""
    out, in_list = [], False
    more = (neighbours(record, records, 1) or [record])[0]
    insert = INSERTS[record.shape].format(n=record.number, host=record.about["host"], outlet=escape(record.about["name"]),
                                          more_url=more.url, more_title=escape(more.title))
    for index, (kind, text) in enumerate(record.blocks):
        if in_list and kind != "li":
            out.append("</ul>")
        if kind == "li" and not in_list:
            out.append("<ul>")
        in_list = kind == "li"
        out.append(block_html(record, kind, text, index))
        if index == min(1, len(record.blocks) - 2) and insert and not in_list:
            out.append(insert)
    return "\n".join(out + (["</ul>"] if in_list else []))


def block_html(record, kind, text, index):
    words = link_a_name(escape(text, quote=False), record) if kind == "p" else escape(text, quote=False)
    if record.shape == "blog":      # the entities that blog software writes
        for char, name in zip("“”‘’—", ("&#8220;", "&#8221;", "&#8216;", "&#8217;", "&#8212;")):
            words = words.replace(char, name)
    if record.shape == "table" and kind == "p" and record.number % 2:
        return f"{words}<br><br>"   # half of the old pages never heard of <p>
    if record.shape == "table" and kind == "h2":
        return f"<p><b><font size=\"3\">{words}</font></b></p>"
    attributes = {"amp": ' class="amp-txt"', "hydrated": f' class="css-k{index} e1wiw3jv0"', "modern": ' class="story-text__p"'}.get(record.shape, "")
    return f"<{kind}{attributes if kind == 'p' else ''}>{words}</{kind}>"


def link_a_name(words, record):
    """Turns the first well-known name into a link, as editors do."""
    for name in ("Silicon Valley", "SoftBank", "Sequoia", "Huawei", "Samsung", "Alibaba", "OpenAI", "Apple", "Google", "软银", "阿里巴巴", "ソフトバンク", "삼성전자", "台積電"):
        if name in words and record.number % 4:
            return words.replace(name, f'<a href="/topic/{name.lower().replace(" ", "-") if name.isascii() else record.number}">{name}</a>', 1)
    return words


def links(stories, row):
    return "\n".join(row.format(url=s.url, title=escape(s.title), date=long_date(s)) for s in stories)


ROWS = {
    "modern": '<li class="card"><a class="card__link" href="{url}"><span class="card__headline">{title}</span></a> <time class="card__time">{date}</time></li>',
    "blog": '<li><a href="{url}">{title}</a></li>',
    "table": '<tr><td><font face="Arial" size="1">&#149; <a href="{url}">{title}</a></font></td></tr>',
    "amp": '<li><a href="{url}">{title}</a></li>',
    "plain": '<li><a href="{url}">{title}</a></li>',
    "microdata": '<li><a href="{url}">{title}</a> <span>{date}</span></li>',
    "portal": '<li><a href="{url}">{title}</a></li>',
    "hydrated": '<a class="css-rel" href="{url}"><h4>{title}</h4></a>',
}


def json_ld(record):
    article = {"@type": "NewsArticle", "headline": record.title, "mainEntityOfPage": record.url,
               "author": [{"@type": "Organization", "name": record.by}],
               "publisher": {"@type": "NewsMediaOrganization", "name": record.about["name"], "logo": {"@type": "ImageObject", "url": f"https://www.{record.about['host']}/logo.png"}},
               "inLanguage": record.lang, "isAccessibleForFree": True}
    if record.date:
        article |= {"datePublished": record.stamp(), "dateModified": f"{int(record.date[:4]) + 1}-01-15T11:00:00{record.about['zone']}"}
    if record.shape == "hydrated" and record.number % 2:
        article["articleBody"] = record.body
    if record.number % 3 == 0:
        crumbs = {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1, "name": "Technology"}]}
        article = {"@graph": [crumbs, article]}
    return json.dumps({"@context": "https://schema.org"} | article, ensure_ascii=False).replace("</", "<\\/")


def portal_words(record):
    words = dict(PORTAL.get(record.lang, {}))
    if not words:
        return {}
    words["menu"] = "".join(f'<li><a href="/{i}/">{w}</a></li>' for i, w in enumerate(words["menu"]))
    y, m, d = (int(part) for part in record.date.split("-")) if record.date else (0, 0, 0)
    words["shown"] = words.pop("date").format(y=y, m=m, d=d, clock=record.clock()[:5]) if record.date else ""
    return words


def render(record, records):
    template = TEMPLATES / f"{record.shape}.html"
    about = record.about
    declared = {"windows-1252": "iso-8859-1", "cp932": "Shift_JIS", "gb18030": "gb2312"}.get(record.charset, record.charset)
    dated = bool(record.date)
    fields = {
        "title": escape(record.title), "outlet": escape(about["name"]), "host": about["host"], "url": record.url,
        "lang": record.lang, "charset": declared, "by": escape(record.by), "n": record.number, "year": record.date[:4] or record.year,
        "iso": record.date, "stamp": record.stamp() if dated else "", "shown_date": long_date(record),
        "published_meta": f'<meta property="article:published_time" content="{record.stamp()}">' if dated else "",
        "published_time": f'<time class="entry-date published" datetime="{record.stamp()}">{long_date(record)}</time>' if dated else "",
        "json_ld": json_ld(record), "teaser": escape(record.paragraphs[0][:120]),
        "related": links(neighbours(record, records), ROWS[record.shape]), "body": body_html(record, records),
    }
    return Template(template.read_text(encoding="utf-8")).substitute(fields | portal_words(record) if record.shape == "portal" else fields)
