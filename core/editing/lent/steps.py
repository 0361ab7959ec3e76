"""What has no Greek there and is said about one page or thing: after a step, before one, in its history."""

from django.utils.translation import gettext_noop

TEXTS = (
    gettext_noop("%(action)s at <b>%(at)s</b>"),
    gettext_noop("%(action)s by <b>%(who)s</b> at <b>%(at)s</b>"),
    gettext_noop("%(model_name)s '%(object)s' created and scheduled for publishing."),
    gettext_noop("%(model_name)s '%(object)s' has been replaced with version from %(timestamp)s."),
    gettext_noop("%(model_name)s '%(object)s' is live and this version has been scheduled for publishing."),
    gettext_noop("%(model_name)s '%(title)s' is now unlocked."),
    gettext_noop(
        "%(start_index)s-%(end_index)s of %(items_count)s %(model_name)s in '<span "
        'class="w-title-ellipsis">%(title)s</span>\'.'
    ),
    gettext_noop("'%(workflow)s' started. Next step '%(task)s'"),
    gettext_noop("(Private %(object)s)"),
    gettext_noop("<b>'{title}' is locked</b> by <b>you</b>."),
    gettext_noop("<b>'{title}' is locked</b>."),
    gettext_noop("<b>'{title}' was locked</b> by <b>you</b> on <b>{datetime}</b>."),
    gettext_noop("<b>'{title}' was locked</b> by <b>{user}</b> on <b>{datetime}</b>."),
    gettext_noop(
        "<p>Select a file where redirects are separated into rows and contains the columns representing "
        "<code>from</code> and <code>to</code> (they can be named anything).</p> <p>After submitting you "
        "will be taken to a confirmation view where you can customize your redirects before import.</p>"
    ),
    gettext_noop("<{}> tag is not allowed. Strings can only contain standard HTML inline tags (such as <b>, <a>)"),
    gettext_noop("Add a collection permission"),
    gettext_noop("Add documents to collection"),
    gettext_noop("Add images to collection"),
    gettext_noop("Add view restrictions"),
    gettext_noop('Added a comment on field %(field)s: "%(text)s"'),
    gettext_noop("Added the '%(restriction)s' view restriction"),
    gettext_noop("Added view restriction"),
    gettext_noop("Alternatively, you can view the latest version in a new tab."),
    gettext_noop(
        "Apply the updates and publish immediately. The changes will use the original language until translated."
    ),
    gettext_noop("Approved at '%(task)s'. '%(workflow)s' complete"),
    gettext_noop("Approved at '%(task)s'. Next step '%(next_task)s'"),
    gettext_noop("Are you sure you want to assign this role to these users?"),
    gettext_noop("Are you sure you want to change the active state for these users?"),
    gettext_noop(
        "Are you sure you want to convert this page into an alias? This will overwrite the content of "
        "the page with the content of '%(source_page_title)s' (%(source_page_locale)s)"
    ),
    gettext_noop("Are you sure you want to delete these users?"),
    gettext_noop("Are you sure you want to unschedule this revision?"),
    gettext_noop("Can view"),
    gettext_noop("Cancelled '%(workflow)s' at '%(task)s'"),
    gettext_noop(
        "Changes are not automatically applied between translated pages. Syncing will add new content "
        "for translation and remove deleted content."
    ),
    gettext_noop("Changing the privacy for this page has been disabled."),
    gettext_noop("Collection management permissions"),
    gettext_noop("Confirm import"),
    gettext_noop("Convert alias into ordinary page"),
    gettext_noop("Converted an alias into an ordinary page"),
    gettext_noop("Converted page '%(title)s' to an alias of the translation source page '%(source_title)s'"),
    gettext_noop("Converted page to an alias of the translation source page"),
    gettext_noop("Converted the alias '%(title)s' into an ordinary page"),
    gettext_noop(
        "Converting this to an internal link to %(page)s would make the link automatically update if the "
        "underlying page changes its URL. Would you like to do this?"
    ),
    gettext_noop("Copied for translation from %(title)s (%(locale)s)"),
    gettext_noop("Copied from %(title)s"),
    gettext_noop("Copying to clipboard failed"),
    gettext_noop("Created an alias"),
    gettext_noop("Created an alias of %(title)s"),
    gettext_noop("Creating…"),
    gettext_noop("Currently idle"),
    gettext_noop("Currently locked and will go live on the scheduled date"),
    gettext_noop("Custom permissions"),
    gettext_noop("Date cannot be in the future."),
    gettext_noop("Delete new image"),
    gettext_noop("Deleted a comment"),
    gettext_noop('Deleted a comment on field %(field)s: "%(text)s"'),
    gettext_noop("Edit / Review"),
    gettext_noop("Edited a comment"),
    gettext_noop('Edited a comment on field %(field)s: "%(text)s"'),
    gettext_noop("finished at"),
    gettext_noop("Found %(total)s redirects, created %(successes)s and found %(errors)s errors."),
    gettext_noop("From field"),
    gettext_noop("Incomplete task"),
    gettext_noop("Initial Revision"),
    gettext_noop("Keep new image"),
    gettext_noop("Keyboard shortcuts are currently disabled; manage your %(account_link)s to enable them."),
    gettext_noop("Locked at <b>%(locking_date)s</b>"),
    gettext_noop("Locked by <b>%(locked_by)s</b> at <b>%(locking_date)s</b>"),
    gettext_noop("Locked by <b>you</b> at <b>%(locking_date)s</b>"),
    gettext_noop("Locked by schedule"),
    gettext_noop("Mark as active"),
    gettext_noop("may prevent deletion"),
    gettext_noop("Members of the chosen Wagtail Groups can approve this task"),
    gettext_noop("Moved from '%(old_parent)s' to '%(new_parent)s'"),
    gettext_noop(
        "New validation errors were found when publishing '{object}' in {locale}. Please fix them or "
        "click publish again to ignore these translations for now."
    ),
    gettext_noop("No log entries found."),
    gettext_noop("No one can make changes while the %(model_name)s is locked"),
    gettext_noop("No results in '<span class=\"w-title-ellipsis\">%(title)s</span>'."),
    gettext_noop("No, don't add"),
    gettext_noop("No, don't assign"),
    gettext_noop("No, don't change state"),
    gettext_noop("No, don't unschedule"),
    gettext_noop("Not a valid .%(extension)s image. The extension does not match the file format (%(image_format)s)"),
    gettext_noop("Once scheduled:"),
    gettext_noop("One or more references to this %(model_name)s prevent it from being deleted."),
    gettext_noop("Only %(user)s can make changes while the %(model_name)s is locked"),
    gettext_noop("Only reviewers can edit and approve the %(model_name)s"),
    gettext_noop("Only reviewers for this task can edit the %(model_name)s."),
    gettext_noop("Only you can make changes while the %(model_name)s is locked"),
    gettext_noop(
        "Optionally specify a route on the target page to redirect to. Leave blank to redirect to the "
        "default page route."
    ),
    gettext_noop("Page '%(page_title)s' has been converted into an ordinary page."),
    gettext_noop("Page '%(page_title)s' has been replaced with version from %(previous_revision_datetime)s."),
    gettext_noop("Page '%(page_title)s' is live and this version has been scheduled for publishing."),
    gettext_noop("Page scheduled for publishing"),
    gettext_noop("Page scheduled for publishing at %(go_live_at)s"),
    gettext_noop("Page unscheduled for publishing at %(go_live_at)s"),
    gettext_noop("Page unscheduled from publishing"),
    gettext_noop("Pages/snippets at this step in a workflow will be moderated or approved by these groups of users"),
    gettext_noop("Please provide an image description to comply with best practices for accessibility."),
    gettext_noop("prevents deletion"),
    gettext_noop("Privacy is inherited from the ancestor page - %(ancestor_page)s"),
    gettext_noop("Proceeding will overwrite the changes made by %(user_name)s."),
    gettext_noop("Publishing this %(model_name)s will cancel the current workflow."),
    gettext_noop("Rejected at '%(task)s'. Changes requested"),
    gettext_noop("Remove view restrictions"),
    gettext_noop("Removed the '%(restriction)s' view restriction. The page is public."),
    gettext_noop("Removed view restriction"),
    gettext_noop("Reordered under '%(parent)s'"),
    gettext_noop("Replied to a comment"),
    gettext_noop('Replied to comment on field %(field)s: "%(text)s"'),
    gettext_noop("Reply to comment"),
    gettext_noop("Requested by <b>%(modified_by)s</b>"),
    gettext_noop("Required. Letters, digits and @/./+/-/_ only."),
    gettext_noop("Resolve comment"),
    gettext_noop("Resolved a comment"),
    gettext_noop('Resolved a comment on field %(field)s: "%(text)s"'),
    gettext_noop("Resubmitted '%(task)s'. Workflow resumed"),
    gettext_noop("Reverted to previous revision with id %(revision_id)s from %(created_at)s"),
    gettext_noop("Reviewers can edit this %(model_name)s – lock it to prevent other reviewers from editing"),
    gettext_noop("Revision %(revision_id)s from %(created_at)s scheduled for publishing at %(go_live_at)s."),
    gettext_noop("Revision %(revision_id)s from %(created_at)s unscheduled from publishing at %(go_live_at)s."),
    gettext_noop('revision %(revision_id)s of "%(object)s"'),
    gettext_noop("Search in '<span class=\"w-title-ellipsis\">%(title)s</span>'"),
    gettext_noop("Select documents in choosers"),
    gettext_noop('Sorry, no groups match "%(query)s"'),
    gettext_noop("Sorry, no users match your query"),
    gettext_noop("started at"),
    gettext_noop("Started at <b>%(started_at)s</b>"),
    gettext_noop("Status %(status)s"),
    gettext_noop("Strings cannot have any HTML tags with attributes (except for 'id' in <a> tags)"),
    gettext_noop("Sync translated snippets"),
    gettext_noop("target page route"),
    gettext_noop("Task states"),
    gettext_noop("The %(model_name)s could not be saved as it is locked"),
    gettext_noop("the %(model_name)s will also be deleted"),
    gettext_noop(
        "The data model for '{model_name}' has been changed since the last translation sync. If any new "
        "fields have been added recently, these may not be visible until the next translation sync."
    ),
    gettext_noop("The file could not be found. Please change the source or delete the document."),
    gettext_noop("The filter options you have selected are not valid."),
    gettext_noop(
        "The slug '%(page_slug)s' is already in use at the selected parent page. Make sure the slug is "
        "unique and try again."
    ),
    gettext_noop("The slug '%(page_slug)s' is already in use within the parent page at '%(parent_url_path)s'."),
    gettext_noop(
        'The URL you entered, <a target="_blank" rel="noreferrer" '
        'href="%(submitted_url)s">%(submitted_url)s</a>, looks like it matches the internal page '
        '%(page)s, which has the URL <a target="_blank" rel="noreferrer" '
        'href="%(internal_url)s">%(internal_url)s</a>.'
    ),
    gettext_noop("There is no valid destination page for these pages"),
    gettext_noop("This %(model_name)s is currently at <strong>%(task)s</strong> in <strong>%(workflow)s</strong>."),
    gettext_noop("This %(model_name)s is currently awaiting moderation."),
    gettext_noop(
        "This %(model_name)s was marked as needing changes at <strong>%(task)s</strong> in "
        "<strong>%(workflow)s</strong>."
    ),
    gettext_noop("This file has too many pixels (%(num_pixels)s). Maximum pixels %(max_pixels_count)s."),
    gettext_noop("This page hasn't been submitted for moderation yet"),
    gettext_noop(
        'This page hasn\'t been translated yet. It is mirroring the <a href="%(edit_original_page_url)s" '
        'target="_blank">%(original_locale)s page</a>.'
    ),
    gettext_noop("This {model_name} is awaiting <b>'{task_name}'</b> in the <b>'{workflow_name}'</b> workflow."),
    gettext_noop("To be created by %(user)s"),
    gettext_noop("To define this image's most important region, drag a box over the image above."),
    gettext_noop("To field"),
    gettext_noop("Toggle all"),
    gettext_noop("Toggle all add permissions"),
    gettext_noop("Toggle all change permissions"),
    gettext_noop("Toggle all custom permissions"),
    gettext_noop("Toggle all delete permissions"),
    gettext_noop("Unknown content type"),
    gettext_noop("Unschedule publication"),
    gettext_noop("Update view restrictions"),
    gettext_noop("Updated the view restriction to '%(restriction)s'"),
    gettext_noop("Updated view restriction"),
    gettext_noop(
        "Upload successful. However, your new image seems to be a duplicate of an existing image. You "
        "may delete it if it wasn't required."
    ),
    gettext_noop(
        "Upload successful. However, your new image seems to be a duplicate of this existing image. You "
        "may delete it if it wasn't required."
    ),
    gettext_noop(
        "Upload successful. Please update this document with a more appropriate title, if necessary. You "
        "may also delete the document completely if the upload wasn't required."
    ),
    gettext_noop("Use existing and delete new"),
    gettext_noop("Use new image"),
    gettext_noop("user %(id)s (deleted)"),
    gettext_noop('Version %(revision_id)s of "%(object)s" unscheduled.'),
    gettext_noop("Version from %(datetime)s of page '%(page_title)s' has been published."),
    gettext_noop(
        "Version from %(previous_revision_datetime)s of page '%(page_title)s' has been scheduled for publishing."
    ),
    gettext_noop("Version from %(timestamp)s of %(model_name)s '%(object)s' has been published."),
    gettext_noop("View users in this group"),
    gettext_noop(
        'Why not <a class="upload-one-now" href="#tab-upload" data-action="w-tabs#select:prevent" '
        'data-w-tabs-target="trigger" data-w-tabs-focus-param="true">upload one now</a>?'
    ),
    gettext_noop("will do nothing"),
    gettext_noop("will unset the reference"),
    gettext_noop("Workflow on page '%(page_title)s' has been cancelled."),
    gettext_noop("Workflow on page '%(page_title)s' has been restarted."),
    gettext_noop("Workflow states"),
    gettext_noop("Workflow task rejected. Workflow complete"),
    gettext_noop("Workflow task resubmitted. Workflow resumed"),
    gettext_noop("Workflow: approve task"),
    gettext_noop("Workflow: cancel"),
    gettext_noop("Workflow: reject task"),
    gettext_noop("Workflow: resume task"),
    gettext_noop("Workflow: start"),
    gettext_noop("Would you still like to publish this %(model_name)s?"),
    gettext_noop("Yes, add"),
    gettext_noop("Yes, assign"),
    gettext_noop("Yes, change state"),
    gettext_noop("Yes, unschedule"),
    gettext_noop("You are viewing a previous version of this %(model_name)s from <b>%(created_at)s</b> by %(user)s"),
    gettext_noop("You are viewing a previous version of this page from <b>%(created_at)s</b> by %(user)s"),
    gettext_noop("You cannot change your own active status"),
    gettext_noop('You cannot create a page of type "%(page_type)s" under "%(page_title)s".'),
    gettext_noop('You do not have permission to copy to page "%(page_title)s"'),
    gettext_noop('You do not have permission to create a page under "%(page_title)s".'),
    gettext_noop("You don't have permission to delete these %(snippet_plural_name)s"),
    gettext_noop("You don't have permission to delete this %(snippet_type_name)s"),
    gettext_noop("{model_name} '{title}' is locked and has been scheduled to go live at {datetime}"),
)
