"""Pictures as we keep them: upright, without a camera's notes, in a form every browser reads."""

from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageOps

# What an upload becomes. Everything a browser cannot show everywhere is kept as JPEG.
KEPT = {"JPEG": ("JPEG", "jpg"), "PNG": ("PNG", "png"), "WEBP": ("WEBP", "webp"), "GIF": ("PNG", "png")}
QUALITY = 90


def reencoded(data: bytes, name: str) -> ContentFile:
    """Return the picture in `data` written anew: turned upright, first frame only, no EXIF, no GPS.

    Writing the pixels anew also drops whatever else was hidden in the file.
    Raises what Pillow raises when `data` is not a picture.
    """
    with Image.open(BytesIO(data)) as source:
        form, suffix = KEPT.get(source.format or "", KEPT["JPEG"])
        picture = ImageOps.exif_transpose(source)
        profile = source.info.get("icc_profile")
    if form == "JPEG" and picture.mode not in {"RGB", "L"}:
        picture = picture.convert("RGB")
    elif form == "PNG" and picture.mode == "P":
        picture = picture.convert("RGBA")
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    out = BytesIO()
    extra = {"icc_profile": profile} if profile else {}
    bare.save(out, form, quality=QUALITY, optimize=True, **extra)
    stem = name.rsplit("/", 1)[-1].rsplit(".", 1)[0] or "image"
    return ContentFile(out.getvalue(), name=f"{stem}.{suffix}")
