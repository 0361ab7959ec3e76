"""What browser tests measure: accessibility, overflow, targets, weight, policy."""

import json
import os
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import brotli
import pytest
from playwright.sync_api import Page

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser")
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
# A dark theme changes colours and nothing else, so the other rules are asked in the light one.
LOOKS = [(360, "light"), (360, "dark"), (1280, "light")]
# The same template once more in other words and, perhaps, from right to left.
LOOKS_OF_A_TRANSLATION = [(360, "light"), (360, "dark")]
COLOURS = ["color-contrast", "link-in-text-block"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CSP_WATCH = (
    "window.refused = []; document.addEventListener('securitypolicyviolation',"
    " e => window.refused.push(`${e.violatedDirective}: ${e.blockedURI}`));"
)
SETTLE = """async () => { await document.fonts.ready;
 for (const d of document.querySelectorAll('details.more')) d.open = true;
 await new Promise(requestAnimationFrame); }"""
RUN_AXE = """async (rules) => {
 const result = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
 return result.violations.map(v => `${v.id}: ${v.help} · ${v.nodes.length} · `
 + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + (n.any[0]?.message ?? '')).join(' | ')); }"""
GREEK = re.compile(r"[α-ωάέήίόύώ]{4,}")
UNMARKED = """body => { const found = [], walk = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
 while (walk.nextNode()) { const node = walk.currentNode, near = node.parentElement.closest('[lang]');
 if (near.lang !== 'el' && !node.parentElement.closest('script')) found.push(node.data.trim()); }
 return found.filter(Boolean); }"""
OVERFLOW = """() => { const root = document.documentElement, wide = root.scrollWidth - root.clientWidth;
 const who = [...document.querySelectorAll('body *')].filter(e => { const r = e.getBoundingClientRect();
 return (r.right > innerWidth + 1 || r.left < -1) && !e.closest('.scroll, .vh, .skip')
 && getComputedStyle(e).position !== 'absolute'; }).slice(0, 3).map(e => `${e.tagName}.${e.className}`);
 return wide > 0 ? [`${wide} px: ${who.join(', ')}`] : []; }"""
MIRROR = """async () => { await document.fonts.ready; scrollTo(0, 0);
 const pick = [...document.querySelectorAll('main *, header *, footer *')].filter(e => e.checkVisibility()
 && getComputedStyle(e).display !== 'inline' && !e.closest('[dir]:not(html), svg, .scroll, .leave')
 && !e.querySelector(':scope > [dir]'));
 const before = pick.map(e => e.getBoundingClientRect()), wide = document.documentElement.clientWidth;
 document.documentElement.dir = 'rtl'; await new Promise(requestAnimationFrame);
 return pick.map((e, i) => { const r = e.getBoundingClientRect();
 return [Math.abs(wide - before[i].right - r.left), Math.abs(before[i].top - r.top), `${e.tagName}.${e.className}`]; })
 .filter(([x, y]) => x > 1 || y > 1).slice(0, 5).map(([x, y, who]) => `${who} ${x.toFixed(1)} ${y.toFixed(1)}`); }"""
TARGETS = """() => [...document.querySelectorAll('a[href], button, summary, input, select, textarea')]
 .filter(e => e.checkVisibility() && !e.closest('.vh, .skip')
 && !e.closest('p, li, dd, td, figcaption, caption, cite')
 ?.matches(':not(:has(> a:only-child))'))
 .map(e => { const r = (e.closest('label') ?? e).getBoundingClientRect();
 const min = e.matches('.btn, .call, .menu > summary, .brand, .find *, .quick a, .exit, .traces') ? 44 : 24;
 const what = `${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 30)}`;
 return { w: r.width, h: r.height, min, what }; })
 .filter(t => t.w > 0 && (t.h < t.min - 0.6 || t.w < 24))
 .map(t => `${t.what} ${t.w.toFixed(0)}×${t.h.toFixed(0)} < ${t.min}`)"""


def axe(page: Page, looks: Sequence[tuple[int, str]] = LOOKS) -> list[str]:
    """Violations of WCAG 2.2 AA and of best practice, all details open, in some looks. Empty is right."""
    if not AXE.exists():
        pytest.skip("axe-core is missing: sh tools/frontend/get_axe.sh (needs npm)")
    page.evaluate(AXE.read_text())
    found = []
    for width, scheme in looks:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.evaluate(SETTLE)
        rules = page.evaluate(RUN_AXE, COLOURS if scheme == "dark" else RULES)
        found += [f"{width} {scheme}: {violation}" for violation in rules]
    return found


def foreign_words(page: Page) -> list[str]:
    """Greek texts on a page of another language that are not marked as Greek. Empty is right."""
    return [text for text in page.locator("body").evaluate(UNMARKED) if GREEK.search(text)]


def structured_data(page: Page) -> list[Any]:
    """What the page says to machines, read as JSON."""
    return [json.loads(text) for text in page.locator("script[type='application/ld+json']").all_text_contents()]


def csp_violations(page: Page) -> list[str]:
    """What the page's own policy refused."""
    return page.evaluate("() => window.refused ?? []")


def overflow(page: Page) -> list[str]:
    """What makes the page scroll sideways."""
    return page.evaluate(OVERFLOW)


def small_targets(page: Page) -> list[str]:
    """Controls too small for a thumb: 44 px for actions, 24 px elsewhere."""
    return page.evaluate(TARGETS)


def weigh(page: Page, path: str) -> dict[str, int]:
    """Bytes of the first view by kind of request, Brotli 11 where it helps."""
    sizes: dict[str, int] = {}

    def count(answer: Any) -> None:
        packed = answer.url.rsplit(".", 1)[-1] in {"woff2", "png", "jpg", "jpeg", "webp", "avif"}
        body = answer.body()
        kind = answer.request.resource_type
        sizes[kind] = sizes.get(kind, 0) + (len(body) if packed else len(brotli.compress(body, quality=11)))

    page.goto("about:blank")  # late answers to the page before are not counted
    answers: list[Any] = []
    page.on("response", lambda answer: answers.append(answer) if "favicon" not in answer.url else None)
    page.goto(path, wait_until="networkidle")
    for answer in answers:
        count(answer)
    return sizes
