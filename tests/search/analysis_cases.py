"""Text -> terms, in Python and in the browser."""

ANALYSES = [
    ("", []),
    ("   ", []),
    ("Contrastive Learning", ["contrast", "learn"]),
    ("the of and", []),
    ("Poincaré", ["poincar"]),
    ("Poincare", ["poincar"]),
    ("Poincare\u0301's", ["poincar"]),
    (r"Poincar\'e and Poincar{\'e}", ["poincar", "poincar"]),
    (r"Erd\H{o}s, G\"odel, Schr\"{o}dinger", ["erdo", "godel", "schroding"]),
    (r"S{\o}ren {\L}ukasz \ss", ["soren", "lukasz", "ss"]),
    ("Gödel Godel GÖDEL", ["godel", "godel", "godel"]),
    ("β-VAE", ["beta", "vae"]),
    (r"$\beta$-VAE", ["beta", "vae"]),
    ("𝛽-VAE", ["beta", "vae"]),
    ("μP π0 Δ ϵ", ["mu", "p", "pi", "0", "delta", "epsilon"]),
    ("ΛΌΓΟΣ λόγος", ["λογοσ", "λογοσ"]),
    ("日本語", ["日本語"]),
    ("한국어", ["한국어"]),
    ("ﬁne-tuning", ["fine", "tune"]),
    ("Straße Ørsted Łukasiewicz Ǽ", ["strass", "orst", "lukasiewicz", "ae"]),
    ("İstanbul ıŞIK", ["istanbul", "isik"]),
    ("GPT-3.5 at 7.5B", ["gpt", "3.5", "7.5", "b"]),
    ("arXiv:2508.01234v2", ["arxiv", "2508.01234", "v2"]),
    ("math/0309136", ["math", "0309136"]),
    ("O’Hara's don't", ["ohara", "dont"]),
    ("'quoted' rock 'n' roll", ["quot", "rock", "n", "roll"]),
    ("R² ½ ①", ["r2", "1", "2", "1"]),
    ("snake_case C++ a/b", ["snake", "case", "c", "b"]),
    ("try lay yes syzygy", ["tri", "lay", "ye", "syzygi"]),
    ("<b>bold</b> {{ x }}", ["b", "bold", "b", "x"]),
    ("𝕏 𠮷", ["x", "𠮷"]),
    ("हिन्दी", ["हनद"]),
    ("ⅣⅤ ١٢", ["ivv", "١٢"]),
    ("a\u00a0b\u2028learning\ufeffends", ["b", "learn", "end"]),
]

STEMS = (
    "caresses ponies ties caress cats feed agreed plastered bled motoring sing conflated troubled sized hopping tanned "
    "falling hissing fizzed failing filing happy sky relational conditional rational valenci hesitanci digitizer "
    "conformabli radicalli differentli vileli analogousli vietnamization predication operator feudalism decisiveness "
    "hopefulness callousness formaliti sensitiviti sensibiliti triplicate formative formalize electriciti electrical "
    "hopeful goodness revival allowance inference airliner gyroscopic adjustable defensible irritant replacement "
    "adjustment dependent adoption homologou communism activate angulariti homologous effective bowdlerize probate rate "
    "cease controll roll generalizations oscillators by say cry enjoy toy yes yellow yyy eed ing ied ies ss us as is "
    "analogies logi apology aging being dying tying sses oed ational ion sion tion ement bbs aeiou ly lly sly"
).split()
