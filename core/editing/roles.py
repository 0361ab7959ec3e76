"""Which roles there are, as the apps say by the hook `hub_roles`, and what each of them may do."""

from core.hooks import Role, asked


def roles() -> list[Role]:
    """Return every role of the hub."""
    return asked("hub_roles")


def model_rights(role: Role) -> set[str]:
    """Return the rights of a role as Django names them: "app.action_model"."""
    named = set(role.extra)
    for label, actions in role.models().items():
        app, model = label.split(".")
        named |= {f"{app}.{action}_{model}" for action in actions}
    return named
