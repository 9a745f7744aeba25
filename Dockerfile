# What of this was tried, and where: docs/operations.md.

FROM node:24.21.0-bookworm-slim AS program
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY bin bin
COPY db db
COPY src src
COPY tsconfig.json ./
RUN npm run build

# Without what only tests need, and without the Node that npm brings: the image itself is one.
FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && rm -rf node_modules/node-*

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
RUN install --directory --owner=node --group=node /data
COPY --from=packages /app/node_modules node_modules
COPY --from=program /app/dist dist
COPY package.json LICENSE ./
COPY db/migrations db/migrations
COPY region region
COPY src/platform/ui/css src/platform/ui/css
COPY deploy/is-ready.mjs deploy/is-ready.mjs
USER node
VOLUME /data
EXPOSE 3000
# A first start makes the database and loads the region.
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s CMD ["node", "deploy/is-ready.mjs"]
CMD ["node", "--enable-source-maps", "dist/main.js"]
