"""The pages of people, organisations and places."""

from fastapi import APIRouter

from dateline.faces.web.pages.who.everybody import router as everybody
from dateline.faces.web.pages.who.places import router as places
from dateline.faces.web.pages.who.players import router as players

router = APIRouter()
for _pages in (everybody, players, places):
    router.include_router(_pages)
