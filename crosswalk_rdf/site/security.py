"""The headers that every response of a site has, and what a page says of itself without them."""

from typing import Final

PAGE_POLICY: Final = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'"
)
"""What a page may load and run (Content Security Policy Level 3), even where no header says so."""

HEADERS: Final = (
    ("Access-Control-Allow-Origin", "*"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    # frame-ancestors has no effect in a page (§3.3)
    ("Content-Security-Policy", f"{PAGE_POLICY}; frame-ancestors 'self'"),
)
