r"""Web forms: addresses, smileys and runs of marks, which are one token though they hold marks.

Patterns for ``re.VERBOSE``. Every repetition is bounded, so that absurd text (100,000 marks without
a blank) costs no more than plain text.
"""

_PART = r"[\w-]{1,63}+"
_TOP = r"(?:(?i:com|org|net|edu|gov|mil|int|info)|uk|eu|de|fr|ru|cn|jp|kr|ca|au|ch)(?![\w-])"
_FILE = (
    r"(?i:pdf|docx?|xlsx?|pptx?|txt|rtf|html?|php|aspx?|jpe?g|gif|png|zip|mp[34]|csv|xml|url)(?!\w)"
)
_NEWSGROUPS = r"alt|comp|misc|rec|sci|soc"
# A mark that ends a sentence or a bracket is no part of an address: "(see www.un.org)."
_REST = r"[^\s<>\"]{1,2000}(?<![.,;:!?)\]'>])"

ADDRESSES = rf"""
      (?:(?:https?|ftp)://|mailto:|www\.){_REST}
    | (?:[\w+%-]{{1,63}}+\.{{0,3}}+){{1,6}}@{_PART}(?:\.{_PART}){{0,6}}  # a.b@un.org
    | (?<!\w)[@\#][^\W\d]{_PART}(?:\.{_PART}){{0,6}}        # @name, #topic, @un.org
    | (?:{_PART}\.){{1,6}}{_TOP}(?:/{_REST})?               # un.org, un.org/news
    | (?:[\w#%!~-]{{1,63}}+\.){{1,6}}{_FILE}                # report.pdf
    | (?<![\w.])(?:{_NEWSGROUPS})(?:\.[a-z][a-z-]{{1,62}}+){{1,6}}(?!\w)  # rec.birds
    | (?i:doi:)10\.\d{{4,9}}/{_REST}                     # doi:10.1000/182
    | [a-z]{{2,63}}+(?:\.[a-z][a-z-]{{1,62}}+){{2,6}}(?!\w) # comp.lang.python
"""

NUMBERS = r"""
      (?<![\w/-])(?:\d{1,3}[-/])?(?:\d{3}[-/])?\d{3}-\d{4}(?![\w-])          # 713-555-0187
    | (?<![\w/-])\d{1,4}/\d{1,2}/\d{2,4}(?![\w/-])                          # 08/16/2000
    | (?<![\w/-])(?:(?:0?[1-9]|1[0-2])/[0-3]\d|[1-3]?\d/(?:0[1-9]|1[0-2]))(?![\w/-])  # 9/11
    | (?<![\w/-])\d{1,2}-\d{1,2}-\d{4}(?![\w/-])                           # 11-20-2000
    | (?<![\w/-])\d{5}-\d{4}(?![\w/-])                                      # 77415-0027
"""

MASKED = r"""
      [^\W\d_]{1,9}\*{1,9}[^\W\d_]{1,9}(?!\w) | [^\W\d_]\*{2,9}(?![\w*])        # d*mn, d***
"""

MARKS = r"""
      (?<!\w)[:;=]'?-?[DPpOo](?!\w) | [:;=]'?-?[)(]+(?!\w) | :-[/\\|]        # :D :) ;-) :-/
    | (?<!\S)(?: \(: | :/ | >:\( | -_+- | [|{}]?[-=*~<>+^\#|{}]{3,}+ )(?!\S)    # (: ===>|
    | <3(?!\w) | \^_{1,3}\^ | '' | ``
    | [.!?]{2,} | \${2,} | [-=*~<>+^\#]{2,}                                  # ... !! ?! == ***
"""
