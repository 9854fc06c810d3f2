# One image for the API (which serves the web app) and the worker: docker-compose.yml gives each its command.
FROM node:24-bookworm-slim AS build
WORKDIR /headgate
COPY . .
RUN npm ci --ignore-scripts --no-audit --no-fund
RUN npm run build:api && npm run build:web

FROM node:24-bookworm-slim AS dependencies
WORKDIR /headgate
COPY package.json package-lock.json ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY apps/worker/package.json apps/worker/
COPY libs/domain/package.json libs/domain/
COPY libs/letters/package.json libs/letters/
COPY libs/persistence/package.json libs/persistence/
COPY libs/scans/package.json libs/scans/
COPY libs/testing/package.json libs/testing/
COPY libs/workflows/package.json libs/workflows/
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund -w @headgate/api -w @headgate/worker

FROM node:24-bookworm-slim
ENV NODE_ENV=production NODE_OPTIONS=--enable-source-maps
WORKDIR /headgate
# Everything belongs to root and is read by the user node: the service cannot change its own code.
COPY --from=dependencies /headgate ./
COPY --from=build /headgate/apps/api/dist apps/api/dist
COPY --from=build /headgate/apps/web/dist apps/web/dist
COPY apps/worker/src apps/worker/src
COPY libs libs
COPY templates templates
USER node
EXPOSE 3000 9464
CMD ["node", "apps/api/dist/main.js"]
