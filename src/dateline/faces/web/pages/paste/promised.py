"""What the OpenAPI says of reading a story: what is sent, and the record that comes back."""

from typing import Any

from dateline.faces.web.formats import JSON, record_answer
from dateline.faces.web.schemas import REF

_WORDS = {"type": "string"}
_ROW = {
    "type": "object",
    "description": "A story: its text or its page, and what is known of it.",
    "properties": {
        "text": _WORDS | {"description": "The text; offsets in the record are offsets in it."},
        "html": _WORDS | {"description": "A whole web page, instead of a text."},
        "title": _WORDS,
        "url": _WORDS | {"description": "Where it was published. It is not fetched."},
        "published": _WORDS | {"description": "When, ISO 8601.", "examples": ["2026-03-09"]},
        "outlet": _WORDS,
    },
    "anyOf": [{"required": ["text"]}, {"required": ["html"]}],
    "example": {"text": "LUNDBY, March 9 - Two men were hurt on Monday, police said.", "published": "2026-03-09"},
}
_FORM = {
    "type": "object",
    "properties": {
        "text": _WORDS | {"description": "A text, or the source of a page."},
        "document": _WORDS | {"format": "binary", "description": "A file instead: text, HTML, PDF, a message ..."},
        **dict.fromkeys(("title", "url", "published", "outlet"), _WORDS),
    },
}
_MULTIPART = "multipart/form-data"


_ERRORS = {
    "403": "It came from another page than ours.",
    "413": "It is larger than what is read at once here.",
    "415": "It is neither JSON nor a form.",
}


def _body(content: dict[str, Any]) -> dict[str, Any]:
    told = {media_type: {"schema": schema} for media_type, schema in content.items()}
    error = {JSON: {"schema": {"$ref": REF.format(name="Error")}}, "text/html": {"schema": _WORDS}}
    refused = {status: {"description": words, "content": error} for status, words in _ERRORS.items()}
    return {"requestBody": {"required": True, "content": told}, "responses": refused}


SENT_AS_JSON = _body({JSON: _ROW, _MULTIPART: _FORM})
SENT_AS_FORM = _body({_MULTIPART: _FORM})
READ = record_answer("The record of the story.")
