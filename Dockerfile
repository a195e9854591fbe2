# Debian, not Alpine: the packages with native parts are used as built for glibc.
ARG NODE=node:24-bookworm-slim

FROM ${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json nest-cli.json ./
COPY migrations ./migrations
COPY src ./src
COPY web ./web
COPY clients ./clients
RUN npm run build

FROM ${NODE} AS modules
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Of each font for names in Chinese, Japanese and Korean, one weight is printed.
RUN npm ci --omit=dev && find node_modules/@embedpdf -name '*.otf' ! -name '*-Regular.otf' -delete

FROM ${NODE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8000 DATA_DIR=/data LOG_DIR=/data/logs LOG_STDOUT=true DEMO=false
WORKDIR /app
# The only folders written to are /data and /tmp, so the root may be read-only.
RUN install -d -o node -g node -m 700 /data
COPY --from=modules /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json ./
USER node
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# By exec, so that the server is process 1 and hears SIGTERM itself.
CMD ["sh", "-c", "node dist/src/cli.js migrate && if [ \"$DEMO\" = true ]; then node dist/src/cli.js demo; fi && exec node dist/src/main.js"]
