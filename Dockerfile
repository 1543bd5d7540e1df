# syntax=docker/dockerfile:1
# A publication and its service in one image: the build is made when the image is, and served as it is.
#   docker build -t crosswalk-rdf . && docker run --rm -p 8000:8000 crosswalk-rdf
# Of a publication of your own:
#   docker run --rm -p 8000:8000 -v "$PWD/dist:/srv/dist:ro" crosswalk-rdf
# docs/deployment.md says how to have new builds taken up.

# Fix the bytes of the base image as well by its digest, which is that of your registry:
#   docker build --build-arg PYTHON_IMAGE=python:3.13-slim-bookworm@sha256:… .
ARG PYTHON_IMAGE=python:3.13-slim-bookworm

FROM ${PYTHON_IMAGE} AS build
WORKDIR /src
RUN python -m venv /opt/crosswalk-rdf && python -m venv /opt/build
COPY requirements/build.lock requirements/
RUN /opt/build/bin/pip install --no-cache-dir --require-hashes -r requirements/build.lock
COPY requirements/run.lock requirements/
RUN /opt/crosswalk-rdf/bin/pip install --no-cache-dir --require-hashes -r requirements/run.lock
COPY pyproject.toml README.md LICENSE ./
COPY ontology ontology
COPY shapes shapes
COPY queries queries
COPY site site
COPY crosswalk_rdf crosswalk_rdf
RUN /opt/build/bin/pip wheel --no-cache-dir --no-deps --no-index --no-build-isolation --wheel-dir /src/wheel . \
 && /opt/crosswalk-rdf/bin/pip install --no-cache-dir --no-deps --no-index /src/wheel/*.whl
COPY data data
RUN /opt/crosswalk-rdf/bin/crosswalk-rdf build --quiet --out /srv/dist

FROM ${PYTHON_IMAGE}
RUN useradd --system --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin crosswalk-rdf \
 && install -d -o crosswalk-rdf -g crosswalk-rdf /var/lib/crosswalk-rdf
COPY --from=build /opt/crosswalk-rdf /opt/crosswalk-rdf
COPY --from=build /srv/dist /srv/dist
USER 10001:10001
WORKDIR /srv
EXPOSE 8000
VOLUME ["/var/lib/crosswalk-rdf"]
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 \
  CMD ["/opt/crosswalk-rdf/bin/python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
ENTRYPOINT ["/opt/crosswalk-rdf/bin/crosswalk-rdf"]
CMD ["serve", "--dist", "/srv/dist", "--host", "0.0.0.0", "--port", "8000", "--state", "/var/lib/crosswalk-rdf", "--watch"]
