"""The description of the API for programs (OpenAPI 3.1), made of the resources themselves."""

from typing import Any

from directory.api.hsds.asking import FORMATS, MOST, USUAL
from directory.api.hsds.resources import RESOURCES

VERSION = "3.1.1"
STANDARD = "https://raw.githubusercontent.com/openreferral/specification/3.1/schema"
KINDS = {
    "services": "service",
    "organizations": "organization",
    "service_at_locations": "service_at_location",
    "locations": "location",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
}
PARAMETERS: dict[str, dict[str, Any]] = {
    "lang": {"type": "string", "description": "Language of the words; facts are the same in all."},
    "page": {"type": "integer", "minimum": 1, "default": 1},
    "per_page": {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL},
    "format": {"enum": list(FORMATS), "default": "json", "description": "ndjson: all results, one a line, no pages."},
    "search": {"type": "string"},
    "taxonomy_id": {"type": "string", "format": "uuid"},
    "taxonomy_term_id": {"type": "string", "format": "uuid"},
    "organization_id": {"type": "string", "format": "uuid"},
    "parent_id": {"type": "string", "format": "uuid"},
    "modified_after": {"type": "string", "format": "date-time"},
    "minimal": {"type": "boolean", "description": "Only id and last_modified."},
    "full": {"type": "boolean", "description": "With everything nested, as the single objects."},
    "full_service": {"type": "boolean", "description": "With the services that the organization runs."},
    "top_only": {"type": "boolean"},
    "postcode": {"type": "string", "description": "Five digits: services with a place there."},
    "proximity": {"type": "integer", "description": "Metres around the middle of the postal code."},
}
PAGE = {
    "total_items": "integer",
    "total_pages": "integer",
    "page_number": "integer",
    "size": "integer",
    "first_page": "boolean",
    "last_page": "boolean",
    "empty": "boolean",
}


def description(server: str, languages: list[str], title: str) -> dict[str, Any]:
    """The whole description; `server` is the absolute root of the site."""
    paths: dict[str, Any] = {"/api/hsds/": {"get": _operation("What this API is", ["lang"], {"type": "object"})}}
    for name, resource in RESOURCES.items():
        schema = {"$ref": f"{STANDARD}/{KINDS[name]}.json"}
        operation = _operation(f"List of {name}", sorted(resource.parameters), _page(schema))
        body = {name: PARAMETERS[name] for name in sorted(resource.parameters)}
        content = {"application/json": {"schema": {"type": "object", "properties": body}}}
        posted = _operation(f"The same with the parameters in the body: {name}", [], _page(schema))
        paths[f"/api/hsds/{name}"] = {"get": operation, "post": posted | {"requestBody": {"content": content}}}
        single = _operation(f"One of {name}", ["lang"], schema)
        single["responses"]["404"] = {"description": "Unknown id"}
        own = {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}}
        paths[f"/api/hsds/{name}/{{id}}"] = {"parameters": [own], "get": single}
    paths["/api/directory/structures.geojson"] = {
        "get": _operation("Places as GeoJSON (RFC 7946)", ["lang"], {"type": "object"})
    }
    known = {name: dict(schema) for name, schema in PARAMETERS.items()}
    known["lang"]["enum"] = languages
    return {
        "openapi": VERSION,
        "info": {"title": title, "version": "HSDS 3.1"},
        "servers": [{"url": server}],
        "paths": paths,
        "components": {"parameters": {name: _parameter(name, schema) for name, schema in known.items()}},
    }


def _operation(summary: str, parameters: list[str], schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "summary": summary,
        "parameters": [{"$ref": f"#/components/parameters/{name}"} for name in parameters],
        "responses": {
            "200": {"description": "OK", "content": {"application/json": {"schema": schema}}},
            "400": {"description": "A parameter cannot be read; the answer says which, in Greek and in English"},
        },
    }


def _parameter(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    said = {"description": schema["description"]} if "description" in schema else {}
    typed = {key: value for key, value in schema.items() if key != "description"}
    return {"name": name, "in": "query", "required": False, "schema": typed} | said


def _page(schema: dict[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {name: {"type": kind} for name, kind in PAGE.items()}
    return {"type": "object", "properties": fields | {"contents": {"type": "array", "items": schema}}}
