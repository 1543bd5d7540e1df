"""A built site on a static host: nginx, with the recipe of the build."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.built import BuiltSite
from tests.recipes.served import Server
from tests.recipes.servers import nginx_on


@contextmanager
def static_site(site: BuiltSite, folder: Path) -> Iterator[Server]:
    """Run nginx on a copy of ``site`` in ``folder``, which it may read."""
    shutil.copytree(site.folder, folder / "www" / site.path)
    recipe = site.files["recipes/nginx.conf"].decode()
    with nginx_on(folder, recipe) as port:
        yield Server("nginx", port, f"/{site.path}/")
