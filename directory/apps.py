from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "directory"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from directory import finder_checks, receivers  # noqa: F401, PLC0415 -- app ready; checks register themselves

        receivers.connect()
