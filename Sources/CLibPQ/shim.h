/* libpq, the client library of PostgreSQL, with the fields of an error that Swift does not see. */
#ifndef RINGBACK_LIBPQ_H
#define RINGBACK_LIBPQ_H

#include <libpq-fe.h>

static const int ringback_pq_sqlstate = PG_DIAG_SQLSTATE;
static const int ringback_pq_message = PG_DIAG_MESSAGE_PRIMARY;

#endif
