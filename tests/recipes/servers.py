"""Web servers on this machine, each with the recipe that we publish for it, as its own process."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from crosswalk_rdf.model import Publication
from tests.machine import program
from tests.recipes.served import Server, publication, recipes, write_site

HERE = Path(__file__).parent
MODULES = (
    *("mpm_event", "authz_core", "alias", "deflate", "dir", "filter", "headers", "mime"),
    *("negotiation", "rewrite"),
)
HOST = "www.example.com"
"""Where the site is served, by its recipes; here it stands for this machine."""

APACHE = """\
ServerRoot {folder}
ServerName localhost
PidFile {folder}/pid
DefaultRuntimeDir {folder}
Listen 127.0.0.1:{port}
ErrorLog {folder}/errors
{modules}
TypesConfig /etc/mime.types
AddEncoding x-gzip .gz
DocumentRoot {folder}/www
AllowEncodedSlashes NoDecode
{user}
<Directory {folder}/www>
AllowOverride All
Require all granted
Options Indexes FollowSymLinks MultiViews
</Directory>
"""

NGINX = """\
pid {folder}/pid;
daemon off;
{user}
error_log {folder}/errors;
events {{ }}
http {{
  access_log off;
  client_body_temp_path {folder}/t1;
  proxy_temp_path {folder}/t2;
  fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4;
  scgi_temp_path {folder}/t5;
  include {folder}/site.conf;
}}
"""


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as connection:
        connection.bind(("127.0.0.1", 0))
        port: int = connection.getsockname()[1]
        return port


@contextmanager
def running(command: list[str], port: int, folder: Path) -> Iterator[None]:
    """Run a server until it is no longer needed; it is stopped by its own process id."""
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(
            command, env={**os.environ, **home}, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            _wait(process, port, folder)
            yield
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    for _ in range(200):
        if process.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError((folder / "output").read_text(errors="replace"))


@contextmanager
def apache(folder: Path, path: str = "/k/") -> Iterator[Server]:
    """Run Apache with our ``.htaccess`` in the folder of the site."""
    write_site(folder / f"www{path}", recipes(publication()))
    with apache_on(folder) as port:
        yield Server("apache", port, path)


@contextmanager
def w3id(folder: Path, of: Publication) -> Iterator[Server]:
    """Run Apache as w3id.org, with our folder for it."""
    target = folder / "www/kompetenzen"
    target.mkdir(parents=True)
    (target / ".htaccess").write_bytes(recipes(of)["recipes/w3id/.htaccess"])
    with apache_on(folder) as port:
        yield Server("w3id", port, "/kompetenzen/")


@contextmanager
def apache_on(folder: Path) -> Iterator[int]:
    """Run Apache with the document root ``www`` in ``folder``; give its port."""
    binary = program("apache2", "apt-get install apache2")
    port, configuration = free_port(), folder / "apache.conf"
    library = Path("/usr/lib/apache2/modules")
    text = APACHE.format(
        folder=folder,
        port=port,
        modules="\n".join(f"LoadModule {m}_module {library}/mod_{m}.so" for m in MODULES),
        user="User nobody\nGroup nogroup" if os.getuid() == 0 else "",
    )
    configuration.write_text(text)
    with running([binary, "-f", str(configuration), "-DFOREGROUND"], port, folder):
        yield port


@contextmanager
def nginx(folder: Path, path: str = "/k/") -> Iterator[Server]:
    """Run nginx with our ``nginx.conf`` included."""
    files = recipes(publication(f"https://{HOST}{path}"))
    write_site(folder / f"www{path}", files)
    with nginx_on(folder, files["recipes/nginx.conf"].decode()) as port:
        yield Server("nginx", port, path)


@contextmanager
def nginx_on(folder: Path, text: str) -> Iterator[int]:
    """Run nginx with the recipe ``text`` and the document root ``www`` in ``folder``."""
    binary = program("nginx", "apt-get install nginx")
    port = free_port()
    text = text.replace("listen 80;", f"listen 127.0.0.1:{port};")
    (folder / "site.conf").write_text(text.replace("root /srv/www;", f"root {folder}/www;"))
    user = "user root;" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, user=user))
    command = [binary, "-c", f"{folder}/nginx.conf", "-p", str(folder), "-e", f"{folder}/errors"]
    with running(command, port, folder):
        yield port


@contextmanager
def caddy(folder: Path, path: str = "/k/") -> Iterator[Server]:
    """Run Caddy with our ``Caddyfile``."""
    binary = program("caddy", "apt-get install caddy")
    files = recipes(publication(f"https://{HOST}{path}"))
    write_site(folder / f"www{path}", files)
    port = free_port()
    text = files["recipes/Caddyfile"].decode()
    text = text.replace(f"{HOST} {{", f"http://127.0.0.1:{port} {{")
    text = text.replace("root * /srv/www", f"root * {folder}/www")
    (folder / "Caddyfile").write_text(f"{{\n\tadmin off\n\tauto_https off\n}}\n{text}")
    command = [binary, "run", "--config", f"{folder}/Caddyfile", "--adapter", "caddyfile"]
    with running(command, port, folder):
        yield Server("caddy", port, path)


@contextmanager
def platform(folder: Path, name: str, function: str) -> Iterator[Server]:
    """Run the function of Netlify or Cloudflare Pages under Node.js, as the platform would."""
    node = program("node", "apt-get install nodejs")
    files = recipes(publication(f"https://{HOST}/"))
    write_site(folder / "www", {**files, "_headers": files[f"recipes/{name}/_headers"]})
    (folder / "function.mjs").write_bytes(files[f"recipes/{name}/{function}"])
    port = free_port()
    arguments = [name, str(folder / "function.mjs"), str(folder / "www"), str(port)]
    with running([node, str(HERE / "platform.mjs"), *arguments], port, folder):
        yield Server(name, port, "/")
