# syntax=docker/dockerfile:1
# docker build -t entente .
# docker run --rm -p 127.0.0.1:8000:8000 -v entente:/data entente

FROM python:3.12-slim-bookworm AS build
WORKDIR /source
RUN python -m venv /opt/entente && pip install --no-cache-dir "build>=1.2,<2"
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY graph graph
COPY loaders loaders
COPY schema schema
COPY server server
RUN python -m build --wheel --outdir /wheel \
    && /opt/entente/bin/pip install --no-cache-dir -c constraints.txt /wheel/*.whl

FROM python:3.12-slim-bookworm
RUN groupadd --system --gid 10001 entente \
    && useradd --system --uid 10001 --gid entente --home-dir /data --no-create-home entente \
    && install --directory --owner entente --group entente --mode 0700 /data
COPY --from=build /opt/entente /opt/entente
ENV PATH=/opt/entente/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    ENTENTE_DATA=/data \
    ENTENTE_HOST=0.0.0.0 \
    ENTENTE_LOG_FORMAT=json
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=6s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen('http://127.0.0.1:%s/readyz' % os.environ.get('ENTENTE_PORT', '8000'), timeout=5)"]
ENTRYPOINT ["entente"]
CMD ["serve"]
