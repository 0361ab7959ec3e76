"""What the lists of search in the admin share."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import IndexView


class ListView(IndexView):
    """A list whose heading has room: its name says already what is added."""

    add_item_label = _("Add")
