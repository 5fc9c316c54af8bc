// libpq, and what of it Swift cannot import or form by itself.
#pragma once

#include <libpq-fe.h>

// The five characters of an SQLSTATE; NULL where the error did not come from the server.
static inline const char *cpostgresql_sqlstate(const PGresult *result) {
  return PQresultErrorField(result, PG_DIAG_SQLSTATE);
}

static inline const char *cpostgresql_message(const PGresult *result) {
  return PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
}

static inline void cpostgresql_ignore(void *context, const PGresult *result) {}

// Notices ("relation exists, skipping") go to stderr by default, past the log.
static inline void cpostgresql_ignore_notices(PGconn *connection) {
  PQsetNoticeReceiver(connection, cpostgresql_ignore, NULL);
}
