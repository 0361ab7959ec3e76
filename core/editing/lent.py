"""Texts of wagtail-localize and of Wagtail that editors meet and that have no Greek there.

The former has no Greek catalogue, the latter half of one; Django asks the catalogue of the project before those of its
applications.
"""

from django.utils.translation import gettext_noop, ngettext_lazy

TEXTS = (
    gettext_noop("Actions"),
    gettext_noop("Add selected documents to collection"),
    gettext_noop("Add selected images to collection"),
    gettext_noop("Add tags to the selected documents"),
    gettext_noop("Add tags to the selected images"),
    gettext_noop("All child pages will be created."),
    gettext_noop("Application"),
    gettext_noop("Cannot import PO file that was created for a different translation."),
    gettext_noop("Close modal dialogs (like this one)"),
    gettext_noop("Content"),
    gettext_noop("Convert page to alias"),
    gettext_noop("Convert to alias"),
    gettext_noop("Convert to alias %(title)s"),
    gettext_noop("Convert to alias page"),
    gettext_noop("Correct the validation errors to resume preview (saving will highlight errors)"),
    gettext_noop("Delete selected documents"),
    gettext_noop("Delete selected images"),
    gettext_noop("Draft"),
    gettext_noop("draft"),
    gettext_noop("Edit account avatar"),
    gettext_noop("Editing %(object_type)s %(title)s"),
    gettext_noop("Enable custom keyboard shortcuts specific to Wagtail."),
    gettext_noop("False"),
    gettext_noop("Go back"),
    gettext_noop("How we calculate our metrics"),
    gettext_noop("Is commenting action"),
    gettext_noop("Keyboard shortcuts are currently enabled; manage your %(account_link)s to disable them."),
    gettext_noop("Live"),
    gettext_noop("live"),
    gettext_noop("live + draft"),
    gettext_noop("Locales"),
    gettext_noop("Machine"),
    gettext_noop("Machine translated on {date}"),
    gettext_noop("Manual"),
    gettext_noop("Monospace (code)"),
    gettext_noop('Multi-word tags with spaces will automatically be enclosed in double quotes (").'),
    gettext_noop("No pages/snippets have been submitted for moderation yet"),
    gettext_noop("No translations found."),
    gettext_noop("No, leave it as a page"),
    gettext_noop("Page '{}' has been converted into an alias."),
    gettext_noop("Please upload a valid PO file."),
    gettext_noop("Publish immediately"),
    gettext_noop("Published '{object}' in {locale} with missing translations - see below."),
    gettext_noop("Published '{object}' in {locale}."),
    gettext_noop(
        "Receive notification when comments have been created, resolved, or deleted on a page that you "
        "have subscribed to receive comment notifications on"
    ),
    gettext_noop("Requested by"),
    gettext_noop(
        'See our <a href="%(guide_link)s" target="_blank">content checks guide</a> for more information '
        "on how content metrics are calculated."
    ),
    gettext_noop("Source"),
    gettext_noop("Source title"),
    gettext_noop("Start Synced translation"),
    gettext_noop("Strike-through"),
    gettext_noop("Submit"),
    gettext_noop("Subscript"),
    gettext_noop("Successfully imported translations from PO File."),
    gettext_noop("Successfully updated translations for '{object}'"),
    gettext_noop("Superscript"),
    gettext_noop("Sync translated %(model_name)s"),
    gettext_noop("Sync translated pages"),
    gettext_noop("Sync translations of '%(title)s'"),
    gettext_noop("system"),
    gettext_noop("Target"),
    gettext_noop("The last sync date was %(last_sync_date)s. You are about to sync the following:"),
    gettext_noop("The page '{page_title}' was successfully submitted for translation into {locales}"),
    gettext_noop("The {model_name} '{object}' was successfully submitted for translation into {locales}"),
    gettext_noop("There isn't anything left to translate."),
    gettext_noop("This data explained"),
    gettext_noop("This locale cannot be synced into itself."),
    gettext_noop("Translate"),
    gettext_noop("Translate '%(title)s'"),
    gettext_noop("Translate page"),
    gettext_noop("Translate this page"),
    gettext_noop("Translate {model_name}"),
    gettext_noop("Translated manually on {date}"),
    gettext_noop("Translated with {tool_name} on {date}"),
    gettext_noop("Translation has been restarted."),
    gettext_noop("Translation has been stopped."),
    gettext_noop("Translation of %(instance)s into %(locale)s"),
    gettext_noop("Translations"),
    gettext_noop(
        "Troubleshoot your connection to the site before proceeding. Open the editor in a separate tab to "
        "view the last saved version."
    ),
    gettext_noop("True"),
    gettext_noop("Unrecognised id found in an <a> tag: {}"),
    gettext_noop("Up to date"),
    gettext_noop("Update existing translations"),
    gettext_noop("Wagtail %(current_version)s editor guide"),
    gettext_noop("Waiting for translations"),
    gettext_noop("We calculate reading time from word count, using different reading speeds for different languages."),
    gettext_noop(
        "We extract the main content from the page preview, remove all formatting, and calculate the number of words."
    ),
    gettext_noop(
        "We use a readability formula based on length of words and sentences. Long sentences and words "
        "result in a worse readability score."
    ),
    gettext_noop("What's new in Wagtail %(version)s"),
    gettext_noop("Why would I sync my page?"),
    gettext_noop("Yes, convert it"),
)
COUNTS = (
    ngettext_lazy(
        '%(total)s Image <span class="w-sr-only">created in %(site_name)s</span>',
        '%(total)s Images <span class="w-sr-only">created in %(site_name)s</span>',
        "total",
    ),
    ngettext_lazy(
        '%(total)s Document <span class="w-sr-only">created in %(site_name)s</span>',
        '%(total)s Documents <span class="w-sr-only">created in %(site_name)s</span>',
        "total",
    ),
)
