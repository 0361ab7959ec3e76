"""How the files of facts name the kinds of lines."""

from directory.models.choices import LineKind

LINE_KINDS = {"voice": LineKind.VOICE, "short": LineKind.VOICE, "sms": LineKind.SMS}
