"""Documents as readers take them along."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from wagtail.documents.views.serve import serve as wagtail_serve

from core.documents.selectors import Standing, standing
from core.errors import page_gone
from core.media import HubDocument


def document(request: HttpRequest, document_id: int, document_filename: str) -> HttpResponse:
    """A document whose page readers can open; for editors any. Not yet public: 404. No longer: 410."""
    found = get_object_or_404(HubDocument, pk=document_id)
    is_editor = request.user.has_perm("wagtailadmin.access_admin")
    stands = Standing.PUBLIC if is_editor else standing(found, timezone.now())
    if stands is Standing.GONE:
        return page_gone(request)
    if stands is Standing.PRIVATE:
        raise Http404
    response = wagtail_serve(request, document_id, document_filename)
    # Asked for anew each time, as its page is; the answer is 304 while the file is the same.
    response["Cache-Control"] = "private, no-store" if is_editor else "public, max-age=0, must-revalidate"
    return response
