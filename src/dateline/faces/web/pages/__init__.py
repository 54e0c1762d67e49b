"""One room a page: its question, what it shows, and its addresses."""

from starlette.convertors import PathConvertor, register_url_convertor


class _Whole(PathConvertor):
    """`{id:path}` for ids that have line breaks in them as well."""

    regex = r"[\s\S]*"


register_url_convertor("path", _Whole())
