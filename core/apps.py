from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from core import copies, gone, queue  # noqa: PLC0415 -- app ready
        from core.accounts import middleware  # noqa: PLC0415 -- app ready
        from core.cache import receivers  # noqa: PLC0415 -- app ready
        from core.editing import accounts, boxes, dates  # noqa: PLC0415 -- app ready

        receivers.connect()
        queue.connect()
        copies.connect()
        gone.connect()
        accounts.connect()
        boxes.tick_instead_of_select()
        dates.keep_what_is_typed()
        middleware.connect()
